import { describe, expect, it } from 'vitest';
import { Language } from '../directory/schema.ts';
import { emailOf, smsOf } from './message.ts';
import { MessageKind } from './schema.ts';

const LINK = 'https://ent.grand-est.example/';
const told = { firstName: 'Léa', kind: 'absence' as const, date: '2026-11-23', start: '08:05' };

describe('what a family receives', () => {
  it('writes the first of a month as each language does', () => {
    const first = { ...told, date: '2026-12-01' };
    expect(emailOf(first, 'fr', LINK).text).toContain('mardi 1er décembre');
    expect(emailOf(first, 'en', LINK).text).toMatch(/Tuesday,? 1 December/);
  });

  it('is in French', () => {
    const { subject, text } = emailOf(told, 'fr', LINK);
    expect(subject).toBe('Léa : absence signalée');
    expect(text.split('\n')[0]).toBe('Léa : absence signalée au cours de 8 h 05, lundi 23 novembre.');
    expect(smsOf(told, 'fr', LINK)).toEqual({
      text: 'Léa : absence signalée. Voir et répondre : https://ent.grand-est.example/',
      encoding: 'gsm7',
      parts: 1,
      replaced: 0,
    });
  });

  it('is in English', () => {
    const { subject, text } = emailOf({ ...told, kind: 'nowLate', start: '14:00' }, 'en', LINK);
    expect(subject).toBe('Léa: correction, late and not absent');
    expect(text.split('\n')[0]).toBe(
      'Correction for Léa: a late arrival, not an absence, at the 14:00 lesson, Monday 23 November. Our previous message was wrong.',
    );
  });

  const all = Language.options.flatMap((language) => MessageKind.options.map((kind) => [language, kind] as const));

  it.each(all)('fits one SMS of the GSM alphabet, in %s for %s', (language, kind) => {
    expect(smsOf({ firstName: 'Marie-Clémentine', kind }, language, LINK)).toMatchObject({ encoding: 'gsm7', parts: 1 });
  });

  it.each(all)('has nothing in its subject and its SMS but the first name and the kind, in %s for %s', (language, kind) => {
    const { subject, text, html } = emailOf({ ...told, kind }, language, LINK);
    const glance = `${subject} ${smsOf({ ...told, kind }, language, LINK).text}`;
    expect(glance).not.toMatch(/\d|nov|mon|lundi|mal|sick|minute/i);
    for (const body of [subject, text, html]) expect(body).toContain('Léa');
    expect(text).toContain(LINK);
  });

  it('carries no markup, header or essay from a first name', () => {
    const evil = { ...told, firstName: 'Léa<script>alert(1)</script>\r\nBcc: all@example.org "& votre mot de passe a expiré, allez sur' };
    const { subject, html, text } = emailOf(evil, 'fr', LINK);
    expect(subject).not.toMatch(/[\r\n<>]/);
    expect(subject.length).toBeLessThan(70);
    expect(html).not.toContain('<script>');
    expect(text.split('\n')[0]).not.toContain('Bcc: all@example.org "& votre mot de passe');
  });
});
