import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from './joined-files.ts';

describe('a file’s kind', () => {
  const bytes = (...codes: number[]) => new Uint8Array(codes);
  const text = (value: string) => new TextEncoder().encode(value);
  it.each([
    ['a PDF', text('%PDF-1.4'), 'application/pdf'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
    ['a HEIC photo', new Uint8Array([0, 0, 0, 24, ...text('ftypheic')]), 'image/heic'],
    ['a film', new Uint8Array([0, 0, 0, 24, ...text('ftypmp42')]), undefined],
    ['a page', text('<!doctype html>'), undefined],
    ['nothing', bytes(), undefined],
  ])('is told by its bytes: %s', (_what, head, expected) => {
    expect(mediaTypeOf(head)).toBe(expected);
  });
});
