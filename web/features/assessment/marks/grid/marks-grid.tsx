'use client';
import { lazy, Suspense, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { RefusedCell } from './saver.ts';
import { readMark, writeMark } from '@preau/shared/assessment/marks-text.ts';
import { useScripts } from '@/ui/use-scripts.ts';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { FigureRows } from './figure-rows.tsx';
import { MarkCell } from './mark-cell.tsx';
import { cellAt, moveFrom, stepOf } from './move.ts';
import { SavingLine } from './saving-line.tsx';
import type { GridColumn, GridRow } from './state.ts';
import { useSaving } from './use-saving.ts';

/** Seldom needed: downloaded when they are. */
const Conflicts = lazy(async () => ({ default: (await import('./conflicts.tsx')).Conflicts }));
const pasteReader = () => import('@preau/shared/assessment/marks-paste.ts');

interface MarksGridProps {
  readonly serviceId: string;
  readonly period: string;
  readonly caption: string;
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** Of the pupils' averages. */
  readonly mean: string | undefined;
}

const REFUSED: Readonly<Record<RefusedCell['reason'], string>> = {
  unsaved: 'Pas enregistré',
  'out-of-range': 'Au-dessus du barème',
  'not-in-roster': 'N’est plus dans ce groupe',
  'period-closed': 'Période close',
  'skill-unknown': 'Compétence retirée',
};

const keyOf = (evaluationId: string, pupilId: string): string => `${evaluationId} ${pupilId}`;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const averagesOf = (rows: readonly GridRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.flatMap(({ pupilId, average }) => (average === undefined ? [] : [[pupilId, average]])));

/** The marks of a period: read by everybody as a table, written in as a spreadsheet where scripts run, evaluation by evaluation where none does. */
export const MarksGrid = ({ serviceId, period, caption, rows, columns, mean }: MarksGridProps) => {
  const hasScripts = useScripts();
  const table = useRef<HTMLTableElement>(null);
  const { known, averages, status, conflicts, refused, done, change, undo, settle } = useSaving({
    serviceId,
    period,
    columns,
    averages: averagesOf(rows),
  });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [pasteFault, setPasteFault] = useState<string>();
  const mayWrite = columns.some(({ editable }) => editable);

  const valueIn = (column: GridColumn, pupilId: string) => known[column.evaluationId]?.cells[pupilId] ?? {};

  const leave = (column: GridColumn, pupilId: string, text: string): void => {
    const key = keyOf(column.evaluationId, pupilId);
    const typed = readMark(text, column.scale);
    setFaults(({ [key]: _before, ...others }) => (typed.kind === 'fault' ? { ...others, [key]: typed.message } : others));
    if (typed.kind === 'fault') return;
    const { given: before, ...rest } = valueIn(column, pupilId);
    const given = typed.kind === 'given' ? typed.given : undefined;
    if (!same(before, given)) change(column.evaluationId, pupilId, { ...rest, ...(given === undefined ? {} : { given }) });
  };

  const press = (event: KeyboardEvent<HTMLInputElement>, line: number, index: number): void => {
    const cell = event.currentTarget;
    const step = stepOf(event, { start: cell.selectionStart ?? 0, end: cell.selectionEnd ?? 0, length: cell.value.length });
    if (step !== undefined && table.current !== null) {
      event.preventDefault();
      moveFrom(table.current, [line, index], step, [rows.length, columns.length]);
    }
    const [row, column] = [rows[line], columns[index]];
    if (event.key === 'Escape' && row !== undefined && column !== undefined) cell.value = writeMark(valueIn(column, row.pupilId).given);
  };

  const fill = async (text: string, line: number, index: number): Promise<void> => {
    const { readPasted } = await pasteReader();
    const into = columns.slice(index);
    const read = readPasted(text, { pupils: rows.length - line, scales: into.map(({ scale }) => scale) });
    setPasteFault(read.kind === 'refused' ? read.message : undefined);
    if (read.kind === 'refused') return;
    for (const { row, column, typed } of read.cells) {
      const [pupil, at] = [rows[line + row], into[column]];
      const cell = table.current === null ? null : cellAt(table.current, [line + row, index + column]);
      if (pupil === undefined || at === undefined || cell === null) continue;
      cell.value = typed.kind === 'fault' ? typed.text : writeMark(typed.given);
      leave(at, pupil.pupilId, cell.value);
    }
  };

  const paste = (event: ClipboardEvent<HTMLInputElement>, line: number, index: number): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    void fill(text, line, index);
  };

  const faultOf = (column: GridColumn, pupilId: string): string | undefined => {
    const one = refused.find((cell) => cell.evaluationId === column.evaluationId && cell.pupilId === pupilId);
    return faults[keyOf(column.evaluationId, pupilId)] ?? (one && REFUSED[one.reason]);
  };

  const present = columns.map((column) => ({ ...column, cells: known[column.evaluationId]?.cells ?? {} }));
  return (
    <div className="flex flex-col gap-4">
      {hasScripts && mayWrite ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SavingLine status={status} />
          <button
            type="button"
            className="btn btn-quiet disabled:cursor-default disabled:opacity-50"
            disabled={done.length === 0}
            onClick={undo}
          >
            <Icon name="back" />
            Annuler la dernière saisie
          </button>
        </div>
      ) : null}
      {pasteFault === undefined ? null : (
        <Notice tone="refused" live="alert">
          {pasteFault}
        </Notice>
      )}
      {conflicts.length === 0 ? null : (
        <Suspense>
          <Conflicts conflicts={conflicts} rows={rows} columns={columns} onSettle={settle} />
        </Suspense>
      )}
      {/* Its titles are links: the keyboard scrolls it through them. */}
      <section aria-label={`Tableau : ${caption}`} className="card overflow-x-auto">
        <table ref={table} className="border-separate border-spacing-0">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky start-0 z-20 min-w-32 border-e border-line bg-surface px-3 py-2 text-start align-bottom sm:min-w-56"
              >
                Élève
              </th>
              {columns.map(({ evaluationId, title, href, detail, state, scale }) => (
                <th key={evaluationId} scope="col" className="max-w-40 min-w-28 px-2 py-2 text-center align-bottom font-normal">
                  <a href={href} className="font-semibold wrap-break-word">
                    {title}
                  </a>
                  <span className="block text-[0.9375rem] text-soft">{`${detail} · sur ${scale.replace('.', ',')}`}</span>
                  <span className="block text-[0.9375rem]">{state}</span>
                </th>
              ))}
              <th scope="col" className="min-w-22 px-2 py-2 text-center align-bottom font-semibold">
                Moyenne
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ pupilId, name, note, closed }, line) => (
              <tr key={pupilId}>
                <th
                  scope="row"
                  className="sticky start-0 z-10 border-e border-t border-line bg-surface px-3 py-1.5 text-start leading-tight font-semibold"
                >
                  {name}
                  {note === undefined ? null : <span className="block text-[0.9375rem] font-normal text-soft">{note}</span>}
                </th>
                {present.map((column, index) => {
                  const value = column.cells[pupilId];
                  const shown = writeMark(value?.given);
                  return (
                    <td key={column.evaluationId} className="border-t border-line px-1.5 py-1.5 text-center align-top tabular-nums">
                      {hasScripts && column.editable && !closed ? (
                        <MarkCell
                          id={`n${line}-${index}`}
                          line={line}
                          column={index}
                          label={`${name}, ${column.title}, sur ${column.scale.replace('.', ',')}${value?.comment === undefined ? '' : ', avec une appréciation'}`}
                          shown={shown}
                          fault={faultOf(column, pupilId)}
                          hasComment={value?.comment !== undefined}
                          onLeave={(text) => leave(column, pupilId, text)}
                          onPress={(event) => press(event, line, index)}
                          onPaste={(event) => paste(event, line, index)}
                        />
                      ) : (
                        <span className="block py-2">{shown === '' ? '–' : shown}</span>
                      )}
                    </td>
                  );
                })}
                <td className="border-t border-line px-2 py-1.5 text-center align-middle font-semibold tabular-nums">
                  {averages[pupilId] ?? '–'}
                </td>
              </tr>
            ))}
          </tbody>
          <FigureRows columns={present} mean={mean} />
        </table>
      </section>
    </div>
  );
};
