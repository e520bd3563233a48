import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { QUOTA_BYTES } from '@preau/shared/files/limits.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { filesWorld } from './testing/world.ts';

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

it('costs three writes to prepare and to confirm, and half a read for another domain', async () => {
  const world = await filesWorld();
  world.meter.reset();
  const prepared = await world.prepare('lea', { bytes: PDF.length });
  world.post(prepared, PDF);
  await world.send('confirmArrival', 'lea', { fileId: prepared.body.fileId });
  expect(world.meter.units().wru).toBe(3);
  world.meter.reset();
  await world.reads.listFiles([FileId.parse(prepared.body.fileId)]);
  expect(world.meter.units().rru).toBe(0.5);
});
