import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { adultOnOf, isAdult, rightsInForce, rightsOverSelf } from './rules.ts';

it('is adult on the eighteenth birthday, and on 1 March when born on 29 February', () => {
  expect(['2008-11-23', '2008-02-29', '2012-02-29'].map(adultOnOf)).toEqual(['2026-11-23', '2026-03-01', '2030-03-01']);
  expect(isAdult('2026-11-23', '2026-11-22')).toBe(false);
  expect(isAdult('2026-11-23', '2026-11-23')).toBe(true);
  expect(isAdult(undefined, '2099-01-01')).toBe(false);
});

it('never gives by a restriction what the import does not give', () => {
  const rights = fc.record({ informed: fc.boolean(), decides: fc.boolean(), contact: fc.boolean(), payer: fc.boolean() });
  const restrictions = fc.array(fc.record({ informed: fc.boolean(), decides: fc.boolean() }), { maxLength: 3 });
  fc.assert(
    fc.property(rights, restrictions, fc.boolean(), (imported, withheld, adult) => {
      const inForce = rightsInForce(imported, withheld, adult);
      expect(inForce.informed && !imported.informed).toBe(false);
      expect(inForce.decides && !imported.decides).toBe(false);
      for (const one of withheld) expect((inForce.informed && !one.informed) || (inForce.decides && !one.decides)).toBe(false);
    }),
  );
});

it('leaves the parents of an adult pupil informed, and the decision to the pupil', () => {
  const full = { informed: true, decides: true, contact: true, payer: true };
  expect(rightsInForce(full, [], true)).toEqual({ ...full, decides: false });
  expect(rightsOverSelf(true)).toMatchObject({ informed: true, decides: true });
  expect(rightsOverSelf(false)).toMatchObject({ informed: true, decides: false });
});

it('stops calls together with information', () => {
  const full = { informed: true, decides: true, contact: true, payer: true };
  expect(rightsInForce(full, [{ informed: false, decides: true }], false)).toEqual({
    informed: false,
    decides: true,
    contact: false,
    payer: true,
  });
});
