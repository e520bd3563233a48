import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeZip, type ZipContent } from '../runtime/write-zip.ts';
import { readZip } from './zip.ts';

const opened = (contents: readonly ZipContent[]) =>
  readZip(writeZip(contents))?.map(({ name, isLocked, open }) => {
    const bytes = open();
    return { name, isLocked, bytes: typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('hex') };
  });

const text = (name: string): ZipContent => ({ name, bytes: Buffer.from(name) });
const namesOf = (...names: readonly string[]) => opened(names.map(text))?.map(({ name }) => name);

describe('an archive', () => {
  it('gives back every byte of every file, in order, under its name', () => {
    const contents = [0, 1, 3, 70_000].map((bytes, index) => ({ name: `Zoé Müller - œuvre ${index}.pdf`, bytes: randomBytes(bytes) }));
    expect(opened(contents)).toEqual(contents.map(({ name, bytes }) => ({ name, isLocked: false, bytes: bytes.toString('hex') })));
  });

  it('keeps files of the same name apart', () => {
    expect(namesOf('a.pdf', 'a.pdf', 'a.pdf', 'sans', 'sans')).toEqual(['a.pdf', 'a (2).pdf', 'a (3).pdf', 'sans', 'sans (2)']);
    expect(namesOf('a.pdf', 'a.pdf', 'a (2).pdf')).toEqual(['a.pdf', 'a (2).pdf', 'a (2) (2).pdf']);
    expect(namesOf('A.pdf', 'a.pdf')).toEqual(['A.pdf', 'a (2).pdf']);
    expect(namesOf('a/b.pdf', 'a_b.pdf')).toEqual(['a_b.pdf', 'a_b (2).pdf']);
  });

  it('names no folder and nothing that Windows refuses', () => {
    expect(namesOf('../../x.txt', String.raw`C:\x.txt`, 'a\u0000b?.txt')).toEqual(['.._.._x.txt', 'C__x.txt', 'a_b_.txt']);
  });
});
