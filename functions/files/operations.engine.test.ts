import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { QUOTA_BYTES } from '@preau/shared/files/limits.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { filesWorld, type Who } from './testing/world.ts';

const PDF = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj';

const uploaded = async (bytes: string, over: Readonly<Record<string, unknown>> = {}) => {
  const world = await filesWorld();
  const prepared = await world.prepare('lea', over);
  world.post(prepared, bytes);
  const fileId = FileId.parse(prepared.body.fileId);
  const arrived = await world.send('confirmArrival', 'lea', { fileId });
  return { ...world, fileId, arrived };
};

const used = async ({ store, people }: Awaited<ReturnType<typeof filesWorld>>) => {
  const quota = await store.findQuota(people.lea.personId, 2026);
  return { used: quota?.usedBytes, waiting: quota?.waiting.length };
};

describe('an upload', () => {
  it('is posted to quarantine, judged, then served as a download from where no form leads', async () => {
    const world = await uploaded(PDF, { name: 'devoir.pdf', bytes: PDF.length });
    const { fileId, arrived, reads, bucket } = world;
    expect(arrived.body).toMatchObject({
      status: 'waiting',
      arrived: true,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
    expect(await reads.downloadLink(fileId, 'devoir.pdf')).toBeUndefined();
    await world.judge(fileId);
    expect(await reads.listFiles([fileId])).toMatchObject([{ fileId, status: 'clean', name: 'devoir.pdf', bytes: PDF.length }]);
    expect(await reads.downloadLink(fileId, 'devoir.pdf')).toMatch(
      /^https:\/\/bucket\.example\.fr\/kept\/[a-z0-9]{32}\?name=devoir\.pdf&type=application\/pdf$/,
    );
    expect([...bucket.objects.keys()].filter((key) => key.startsWith('kept/'))).toHaveLength(1);
    expect(await used(world)).toEqual({ used: PDF.length, waiting: 0 });
  });

  it('that is posted again after it was judged changes nothing of what is served', async () => {
    const world = await uploaded(PDF);
    await world.judge(world.fileId);
    for (const key of world.bucket.objects.keys()) if (key.startsWith('quarantine/')) world.bucket.objects.set(key, Buffer.from('MZ evil'));
    await world.judge(world.fileId);
    const kept = [...world.bucket.objects].find(([key]) => key.startsWith('kept/'))?.[1];
    expect(Buffer.from(kept ?? []).toString()).toBe(PDF);
  });

  it('that is replaced between its arrival and its judgement is refused', async () => {
    const world = await uploaded(PDF);
    for (const key of world.bucket.objects.keys()) world.bucket.objects.set(key, Buffer.from(`${PDF} changed`));
    await world.judge(world.fileId);
    expect((await world.send('readUpload', 'lea', { fileId: world.fileId })).body).toMatchObject({ status: 'refused', fault: 'changed' });
    expect(await used(world)).toEqual({ used: 0, waiting: 0 });
  });

  it('that was cut half-way is sent again with the same preparation', async () => {
    const world = await filesWorld();
    const { body } = await world.prepare('lea', { name: 'photo.jpg', bytes: 3_000_000 });
    expect((await world.send('confirmArrival', 'lea', { fileId: body.fileId })).body.code).toBe('files.not-arrived');
    const again = await world.send('readUpload', 'lea', { fileId: body.fileId });
    expect(again.body.form?.fields['key']).toBe(body.form?.fields['key']);
    world.post(again, PDF.replace('%PDF-1.7', '\u00FF'));
    expect((await world.send('confirmArrival', 'lea', { fileId: body.fileId })).body).toMatchObject({ status: 'refused' });
  });

  it('confirmed and judged twice, and together, weighs once', async () => {
    const world = await uploaded(PDF);
    await Promise.all([
      world.send('confirmArrival', 'lea', { fileId: world.fileId }),
      world.judge(world.fileId),
      world.judge(world.fileId),
    ]);
    expect(await used(world)).toEqual({ used: PDF.length, waiting: 0 });
  });

  it.each([
    [{ name: 'film.mp4', bytes: 10_000_000_000 }, 413, 'files.too-large'],
    [{ name: 'devoir.pdf.exe' }, 415, 'files.kind-refused'],
    [{ name: 'devoir\u202Efdp.docx' }, 422, 'files.name-refused'],
  ])('announced as %j is refused before anything is sent', async (body, status, code) => {
    const { prepare } = await filesWorld();
    expect(await prepare('lea', body)).toMatchObject({ status, body: { code } });
  });

  it('is nobody else’s affair', async () => {
    const world = await uploaded(PDF);
    for (const name of ['readUpload', 'confirmArrival', 'withdrawFile'] as const) {
      expect((await world.send(name, 'tom', { fileId: world.fileId })).status, name).toBe(404);
    }
    expect((await world.prepare('tom', { purpose: 'resource' })).status).toBe(404);
  });
});

describe('the space of a year', () => {
  it('is kept by uploads under way, and given back when they are refused or given up', async () => {
    const world = await filesWorld();
    const left = QUOTA_BYTES.other - 25_000_000;
    await world.store.putQuota({ personId: world.people.lea.personId, year: 2026, usedBytes: left, waiting: [], version: 1 });
    const first = await world.prepare('lea', { bytes: 20_000_000 });
    expect((await world.prepare('lea', { bytes: 6_000_000 })).body).toMatchObject({ code: 'files.quota-reached' });
    await world.send('withdrawFile', 'lea', { fileId: first.body.fileId });
    expect((await world.prepare('lea', { bytes: 6_000_000 })).status).toBe(200);
    world.clock.now = '2026-11-24T07:20:01.000Z';
    expect((await world.prepare('lea', { bytes: 25_000_000 })).status).toBe(200);
  });

  it('is shared without loss by uploads prepared at once', async () => {
    const world = await filesWorld();
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.prepare('lea', { bytes: 1000 })));
    const done = answers.filter(({ status }) => status === 200).length;
    expect(done).toBeGreaterThan(0);
    expect(await used(world)).toEqual({ used: 0, waiting: done });
    expect(answers.every(({ status, body }) => status === 200 || body.code === 'files.busy')).toBe(true);
  });

  it('is given back by a document that is withdrawn; a work that was handed in stays', async () => {
    const world = await uploaded(PDF);
    await world.judge(world.fileId);
    expect((await world.send('withdrawFile', 'lea', { fileId: world.fileId })).body.code).toBe('files.kept');
    const document = await world.prepare('teacher', { purpose: 'resource', name: 'cours.pdf' });
    world.post(document, PDF);
    const fileId = FileId.parse(document.body.fileId);
    await world.send('confirmArrival', 'teacher', { fileId });
    await world.judge(fileId);
    expect((await world.send('withdrawFile', 'teacher', { fileId })).status).toBe(200);
    expect(await world.reads.downloadLink(fileId, 'cours.pdf')).toBeUndefined();
    expect((await world.store.findQuota(world.people.teacher.personId, 2026))?.usedBytes).toBe(0);
  });
});

describe('the list of one’s own files', () => {
  const listed = async (world: Awaited<ReturnType<typeof filesWorld>>, who: Who, after?: string) =>
    (await world.send('listFiles', who, after === undefined ? {} : { query: { after } })).body;

  it('holds what has arrived, the latest first, with its verdict and what is left of the year', async () => {
    const world = await uploaded(PDF, { name: 'devoir.pdf', bytes: PDF.length });
    expect((await listed(world, 'lea')).files).toMatchObject([{ name: 'devoir.pdf', status: 'waiting', mayWithdraw: false }]);
    await world.judge(world.fileId);
    await world.prepare('lea', { name: 'abandon.pdf' });
    world.clock.now = '2026-11-23T08:00:00.000Z';
    const refused = await world.prepare('lea', { name: 'photo.jpg' });
    world.post(refused, PDF.replace('%PDF-1.7', '\u00FF'));
    await world.send('confirmArrival', 'lea', { fileId: refused.body.fileId });
    expect(await listed(world, 'lea')).toMatchObject({
      files: [
        { status: 'refused', mayWithdraw: true, explanation: expect.stringMatching(/\.$/u) },
        { name: 'devoir.pdf', status: 'clean', mayWithdraw: false, bytes: PDF.length, arrivedAt: '2026-11-23T07:20:00.000Z' },
      ],
      usedBytes: PDF.length,
      maxBytes: QUOTA_BYTES.other,
    });
    expect(await listed(world, 'tom')).toEqual({ files: [], usedBytes: 0, maxBytes: QUOTA_BYTES.other });
  });

  it('goes on page by page, and forgets what is withdrawn', async () => {
    const world = await filesWorld();
    const ids: FileId[] = [];
    for (let second = 0; second < 51; second += 1) {
      world.clock.now = `2026-11-23T08:00:${String(second).padStart(2, '0')}.000Z`;
      const { body } = await world.prepare('teacher', { purpose: 'resource', name: 'cours.pdf', bytes: PDF.length });
      world.post({ body }, PDF);
      const fileId = FileId.parse(body.fileId);
      await world.send('confirmArrival', 'teacher', { fileId });
      await world.judge(fileId);
      ids.unshift(fileId);
    }
    const first = await listed(world, 'teacher');
    expect(first.files.map(({ fileId }) => fileId)).toEqual(ids.slice(0, 50));
    expect((await listed(world, 'teacher', first.next)).files.map(({ fileId }) => fileId)).toEqual(ids.slice(50));
    await world.send('withdrawFile', 'teacher', { fileId: ids[0] });
    const after = await listed(world, 'teacher');
    expect(after.files.map(({ fileId }) => fileId)).toEqual(ids.slice(1));
    expect([after.usedBytes, after.next]).toEqual([50 * PDF.length, undefined]);
  });
});

it('costs four writes to prepare and to confirm, and half a read for another domain', async () => {
  const world = await filesWorld();
  world.meter.reset();
  const prepared = await world.prepare('lea', { bytes: PDF.length });
  world.post(prepared, PDF);
  await world.send('confirmArrival', 'lea', { fileId: prepared.body.fileId });
  expect(world.meter.units().wru).toBe(4);
  world.meter.reset();
  await world.reads.listFiles([FileId.parse(prepared.body.fileId)]);
  expect(world.meter.units().rru).toBe(0.5);
});
