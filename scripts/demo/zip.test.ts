import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArchive } from '../../functions/imports/archive.ts';
import { scratchFolder } from '../../functions/testing/scratch-folder.ts';
import { writeZip } from './zip.ts';

it('is read back by the import, member by member', async () => {
  const path = join(scratchFolder(), 'été.zip');
  const text = 'Élève '.repeat(50_000);
  await writeZip(path, [
    { name: 'a.xml', chunks: [Buffer.from(text), Buffer.from('fin')] },
    { name: 'vide.xml', chunks: [] },
  ]);
  const read: [string, string][] = [];
  for await (const { name, bytes } of openArchive(path)) {
    const chunks: Buffer[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    read.push([name, Buffer.concat(chunks).toString()]);
  }
  expect(read).toEqual([
    ['a.xml', `${text}fin`],
    ['vide.xml', ''],
  ]);
});
