import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfName, isAsNamed, keptName } from './names.ts';

describe('a file name', () => {
  it.each([
    ['devoir.pdf', undefined],
    ['Ma photo été (2).JPG', undefined],
    ['exposé.v2.docx', undefined],
    ['devoir.pdf.exe', 'kind'],
    ['page.html', 'kind'],
    ['dessin.svg', 'kind'],
    ['macro.docm', 'kind'],
    ['sans-extension', 'kind'],
    ['photo\u202Egpj.exe', 'hidden'],
    ['annexe\u202Efdp.docx', 'hidden'],
    ['nul\u0000.pdf', 'hidden'],
    ['zéro\u200Blargeur.pdf', 'hidden'],
    ['.pdf', 'hidden'],
    ['\uD83Dseul.pdf', 'hidden'],
  ])('%j is judged before anything is sent: %s', (name, fault) => {
    expect(faultOfName(name)).toBe(fault);
  });

  it.each([
    ['devoir.pdf', 'application/pdf', 'devoir.pdf'],
    ['../../etc/passwd.pdf', 'application/pdf', '_.._etc_passwd.pdf'],
    ['facture.exe.pdf', 'application/pdf', 'facture_exe.pdf'],
    ['exposé.v2.docx', 'application/pdf', 'exposé.v2.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['photo.png', 'image/jpeg', 'photo.jpg'],
    ['<img src=x onerror=alert(1)>.png', 'image/png', '_img src=x onerror=alert(1)_.png'],
    [undefined, 'audio/mpeg', 'document.mp3'],
  ] as const)('%j of a %s is kept as %s', (name, mediaType, kept) => {
    expect(keptName(name, mediaType)).toBe(kept);
  });

  it.each([
    ['devoir.pdf', 'image/png', false],
    ['photo.png', 'image/jpeg', true],
    ['voix.webm', 'video/webm', true],
    ['voix.m4a', 'video/mp4', true],
    [undefined, 'image/png', true],
  ] as const)('%j for a %s is as named: %s', (name, mediaType, verdict) => {
    expect(isAsNamed(name, mediaType)).toBe(verdict);
  });

  it('whatever it was, holds neither path nor control character, and ends as what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        if (faultOfName(name) === 'hidden') return;
        const kept = keptName(name, 'application/pdf');
        expect(kept).toMatch(/^[^\\/:*?"<>|%\p{Cc}]+\.pdf$/u);
        expect(kept.length).toBeLessThanOrEqual(120);
      }),
      { numRuns: 30 },
    );
  });
});
