import type { Language } from '@preau/shared/directory/schema.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { RecordView } from '@preau/shared/notebook/views.ts';
import { joinedFrom } from '@/features/files/joined.ts';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { shiftDate, today } from '@/lib/dates.ts';
import type { Search } from '@/lib/search.ts';
import { ask } from '@/lib/session.ts';
import { Card } from '@/ui/card.tsx';
import { Addenda, WrittenContent } from '../record-content.tsx';
import { notebookTexts } from '../texts.ts';
import { AddendumForm, CopyForm, History, KeepForm, NotesForm, WithdrawForm } from './record-tools.tsx';
import { RecordForm } from './record-form.tsx';

const FILES_MAX = 10;

const isWritten = (record: RecordView): boolean => record.backstage?.writtenAt !== undefined;

interface ReadProps {
  readonly record: RecordView;
  readonly language: Language;
}

/** A lesson as it is read, by whoever does not write it. */
export const RecordRead = ({ record, language }: ReadProps) => {
  const texts = notebookTexts(language);
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-6">
      <h2 className="text-xl">{texts.sections.content}</h2>
      <WrittenContent recordId={record.recordId} written={record} texts={texts} />
      <Addenda addenda={record.addenda} texts={texts} language={language} />
    </Card>
  );
};

const Tools = async ({ record, visit }: { readonly record: RecordView; readonly visit: Visit }) => {
  const now = today();
  const [own, prepared] = await Promise.all([
    ask(notebookOperations.listRecords, { query: { from: now, until: shiftDate(now, 20) } }),
    visit.school === undefined ? undefined : ask(notebookOperations.listSequences, { path: { schoolId: visit.school.schoolId } }),
  ]);
  const lessons = own.ok ? own.output.unwritten.filter(({ cancelled, lessonId }) => !cancelled && lessonId !== record.recordId) : [];
  return (
    <div className="no-print flex flex-wrap items-start gap-3">
      <CopyForm record={record} lessons={lessons.slice(0, 20)} />
      <KeepForm record={record} sequences={prepared?.ok === true ? prepared.output.sequences.filter(({ own: isOwn }) => isOwn) : []} />
      {record.may.write ? <WithdrawForm record={record} /> : null}
    </div>
  );
};

interface RecordStaffProps {
  readonly record: RecordView;
  readonly visit: Visit;
  readonly search: Awaited<Search>;
}

/** A lesson as its teachers write it, and as the head and the inspector follow it. */
export const RecordStaff = async ({ record, visit, search }: RecordStaffProps) => {
  const path = { recordId: record.recordId };
  const writes = record.may.write || record.may.complete;
  const [notes, history, added] = await Promise.all([
    ask(notebookOperations.readNotes, { path }),
    isWritten(record) ? ask(notebookOperations.listVersions, { path }) : undefined,
    joinedFrom(search, FILES_MAX),
  ]);
  return (
    <>
      {record.may.write ? <RecordForm record={record} added={added} /> : <RecordRead record={record} language="fr" />}
      {record.may.complete ? <AddendumForm record={record} /> : null}
      {notes.ok ? <NotesForm record={record} notes={notes.output.notes} /> : null}
      {writes && isWritten(record) ? <Tools record={record} visit={visit} /> : null}
      {history?.ok === true ? <History record={record} versions={history.output.versions} /> : null}
    </>
  );
};
