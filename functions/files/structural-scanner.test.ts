import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOf } from './kind-of.ts';
import { structuralScanner } from './structural-scanner.ts';
import { aDocx, aJpeg, anOdt, aPdf, aPng, aZip, EICAR } from './testing/specimens.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const OLD_OFFICE = latin('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1');
const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

const verdict = async (bytes: Buffer, name?: string) => {
  const kind = kindOf(bytes, name);
  const fault = await structuralScanner({ key: 'k', mediaType: 'text/plain', bytes, ...(name === undefined ? {} : { name }) });
  return fault ?? ('fault' in kind ? kind.fault : kind.mediaType);
};

describe('what a school sends is accepted as what it is', () => {
  it.each([
    ['devoir.pdf', aPdf(), 'application/pdf'],
    ['photo.jpg', aJpeg(), 'image/jpeg'],
    ['photo.JPG', aPng(), 'image/png'],
    ['gif.gif', latin(`GIF89a\u0010\u0000\u0010\u0000${'\u0000'.repeat(40)}`), 'image/gif'],
    ['exposé.docx', aDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['exposé.odt', anOdt(), 'application/vnd.oasis.opendocument.text'],
    [
      'figure.ggb',
      aZip([
        { name: 'geogebra.xml', content: '<geogebra/>' },
        { name: 'geogebra_javascript.js', content: '' },
      ]),
      'application/vnd.geogebra.file',
    ],
    ['chat.sb3', aZip([{ name: 'project.json', content: '{}' }]), 'application/x.scratch.sb3'],
    ['notes.txt', Buffer.from('Théorème : a < b, donc…'), 'text/plain'],
    ['notes-windows.txt', latin('Th\u00E9or\u00E8me'), 'text/plain'],
    ['notes-bloc.txt', Buffer.concat([latin('\u00FF\u00FE'), wide('Théorème')]), 'text/plain'],
    ['programme.py', Buffer.from('#!/usr/bin/env python\nprint("<b>")'), 'text/plain'],
    ['voix.mp3', latin(`ID3${'a'.repeat(60)}`), 'audio/mpeg'],
    ['voix.m4a', latin(`\u0000\u0000\u0000\u001CftypM4A ${'a'.repeat(60)}`), 'audio/mp4'],
    ['voix.webm', latin(`\u001A\u0045\u00DF\u00A3....webm${'a'.repeat(60)}`), 'video/webm'],
    ['ancien.doc', Buffer.concat([OLD_OFFICE, wide('WordDocument')]), 'application/msword'],
    [undefined, aJpeg(), 'image/jpeg'],
  ])('%s', async (name, bytes, expected) => {
    expect(await verdict(bytes, name)).toBe(expected);
  });
});

describe('what may harm is refused', () => {
  it.each([
    ['a drawing with a script', 'dessin.png', Buffer.from(SVG), 'web-page'],
    ['a page under the name of a text', 'notes.txt', Buffer.from('\uFEFF \n<!DOCTYPE html><script>alert(1)</script>'), 'web-page'],
    ['a page in UTF-16', 'notes.txt', Buffer.concat([latin('\u00FF\u00FE'), wide('<html>')]), 'web-page'],
    ['a program under the name of a PDF', 'devoir.pdf', latin('MZ\u0090\u0000\u0003\u0000'), 'unknown-kind'],
    ['a picture under the name of a PDF', 'devoir.pdf', aPng(), 'not-as-named'],
    ['an archive that is no document', 'devoir.docx', aZip([{ name: 'a.txt', content: 'a' }]), 'unknown-kind'],
    ['the test of antiviruses', 'eicar.txt', Buffer.from(EICAR), 'malware'],
    ['the test of antiviruses in a document', 'devoir.docx', aDocx([{ name: 'word/a.txt', content: EICAR }]), 'malware'],
    [
      'the test of antiviruses two documents deep',
      'd.docx',
      aDocx([{ name: 'word/embeddings/a.docx', content: aDocx([{ name: 'word/a', content: EICAR }]) }]),
      'malware',
    ],
    [
      'documents in documents without end',
      'd.docx',
      [1, 2, 3].reduce((inner) => aDocx([{ name: 'word/embeddings/a.docx', content: inner }]), aDocx()),
      'too-large-unpacked',
    ],
    ['macros', 'devoir.docx', aDocx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['macros of LibreOffice', 'devoir.odt', anOdt([{ name: 'Basic/Standard/Module1.xml', content: 'x' }]), 'macros'],
    ['macros of an old document', 'ancien.doc', Buffer.concat([OLD_OFFICE, wide('WordDocument'), wide('_VBA_PROJECT')]), 'macros'],
    ['a program in a document', 'devoir.docx', aDocx([{ name: 'word/embeddings/outil.exe', content: 'MZ' }]), 'program-inside'],
    [
      'a program in an old document',
      'ancien.doc',
      Buffer.concat([OLD_OFFICE, wide('WordDocument'), wide('Ole10Native')]),
      'program-inside',
    ],
    ['a PDF that starts a program', 'devoir.pdf', aPdf('/S /Launch /F (cmd.exe)'), 'program-inside'],
    [
      'a bomb that says what it is',
      'devoir.docx',
      aDocx([{ name: 'word/a.xml', content: Buffer.alloc(30_000_000) }]),
      'too-large-unpacked',
    ],
    [
      'a bomb that lies',
      'devoir.docx',
      aDocx([{ name: 'word/a.xml', content: Buffer.alloc(30_000_000), declares: 1000 }]),
      'too-large-unpacked',
    ],
    ['a document with a password', 'devoir.docx', Buffer.concat([OLD_OFFICE, wide('EncryptedPackage')]), 'locked'],
    ['an archive with a password', 'devoir.odt', anOdt([{ name: 'a.xml', content: 'a', isLocked: true }]), 'locked'],
    ['a path that climbs', 'devoir.docx', aDocx([{ name: '../../autorun.inf', content: 'a' }]), 'damaged'],
    ['a document cut before its end', 'devoir.docx', aDocx().subarray(0, -30), 'unknown-kind'],
    ['a picture of four billion pixels', 'photo.png', aPng(65_000, 65_000), 'too-many-pixels'],
    ['a photo of four billion pixels', 'photo.jpg', aJpeg(65_000, 65_000), 'too-many-pixels'],
    ['a picture without a size', 'photo.png', aPng(0, 0), 'damaged'],
    [
      'a picture that is also an archive',
      'photo.jpg',
      Buffer.concat([aJpeg(), aZip([{ name: 'a', content: 'a' }])]),
      'several-files-in-one',
    ],
    [
      'a PDF that is also an archive',
      'devoir.pdf',
      Buffer.concat([aPdf(), aZip([{ name: 'a.exe', content: 'a' }])]),
      'several-files-in-one',
    ],
    [
      'a picture that is also a page',
      'photo.jpg',
      Buffer.concat([aJpeg(), Buffer.from('<script>alert(1)</script>')]),
      'several-files-in-one',
    ],
    ['a PDF that is also a page', 'devoir.pdf', Buffer.from('%PDF-1.4\n<script>alert(1)</script>'), 'several-files-in-one'],
    ['a GIF that is also a program of pages', 'a.gif', latin(`GIF89a/*${'\u0000'.repeat(40)}*/=1;<script>`), 'several-files-in-one'],
  ])('%s', async (_what, name, bytes, fault) => {
    expect(await verdict(bytes, name)).toBe(fault);
  });

  it('and whatever its bytes are, a file is judged without failing', async () => {
    const heads = [aZip([]), aDocx(), aJpeg(), aPng(), aPdf(), OLD_OFFICE, latin('RIFF....WEBPVP8X'), latin('....ftypheic....ispe')];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), fc.nat(400), async (head, noise, at) => {
        const bytes = Buffer.concat([head.subarray(0, at), noise, head.subarray(at)]);
        await expect(verdict(bytes)).resolves.toEqual(expect.any(String));
      }),
      { numRuns: 300 },
    );
  });
});
