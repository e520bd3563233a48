import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells, readCsv, writeCsv } from './csv.ts';
import { seedOfRun } from './seed.testing.ts';

const seed = seedOfRun();

describe('a table written for a spreadsheet', () => {
  it('has semicolons, CRLF and the mark of UTF-8', () => {
    expect(
      writeCsv([
        ['Élève', 'Note'],
        ['Zoé', '12,5'],
      ]),
    ).toBe('\uFEFFÉlève;Note\r\nZoé;"12,5"\r\n');
  });

  it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("http://x")', '＝1+1', "'=1", "''-1"])(
    'keeps %j from running',
    (cell) => {
      const written = writeCsv([[cell]])
        .slice(1, -2)
        .replace(/^"/, '');
      expect(written.startsWith("'")).toBe(true);
      expect(readCsv(writeCsv([[cell, 'x']]))).toEqual({ kind: 'rows', rows: [[cell, 'x']] });
    },
  );

  it(`is read again as it was, whatever it holds (SEED=${seed})`, () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[=+\-@'";,\t\r\na1 ]{0,6}$/),
      fc.constantFrom('D’Été', 'محمد', '12,5'),
    );
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
      .map((rows) => [['Élève', 'Classe', 'Note'], ...rows]);
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(writeCsv(rows))).toEqual({ kind: 'rows', rows });
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('cells copied from a spreadsheet', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    [
      '12\t13\r\n14\t\r\n',
      [
        ['12', '13'],
        ['14', ''],
      ],
    ],
    ['12\n13', [['12'], ['13']]],
    ['12\r13\r', [['12'], ['13']]],
    ['', []],
    ['\r\n12', [[''], ['12']]],
    ['"a ""b""\tc"\td', [['a "b"\tc', 'd']]],
    [
      '"two\r\nlines"\t1\r\n2\t3',
      [
        ['two\r\nlines', '1'],
        ['2', '3'],
      ],
    ],
    ['"12" x\t5" tall', [['12 x', '5" tall']]],
    ['12\t', [['12', '']]],
  ])('%j is %j', (text, rows) => {
    expect(readCells(text, '\t')).toEqual({ kind: 'rows', rows });
  });

  it('says where a quote was left open', () => {
    expect(readCells('12\r\n13\t"14\r\n15', '\t')).toEqual({ kind: 'unclosed', line: 2 });
  });
});

it.each(['a;b,c;d\r\n1;2,5;3', 'a\tb,c\td\n1\t2,5\t3'])('finds the separator of %j', (text) => {
  const read = readCsv(text);
  expect(read.kind === 'rows' && read.rows[1]).toEqual(['1', '2,5', '3']);
});
