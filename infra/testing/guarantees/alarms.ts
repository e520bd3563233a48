import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runbooks } from '../../domain-spec.ts';
import { inOrder } from '../in-order.ts';
import type { Synthesised } from '../templates.ts';

export const alarmsGuarantees = (read: () => Synthesised): void => {
  const descriptions = (): readonly string[] =>
    read()
      .ofType('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => String(Properties['AlarmDescription']));

  it('says in every alarm what users see, and names a page that exists', () => {
    for (const description of descriptions()) {
      const [impact, page] = description.split(' → ');
      expect(impact?.length, description).toBeGreaterThan(30);
      expect(existsSync(String(page)), description).toBe(true);
    }
  });

  it('has a page for each alarm and an alarm for each page, all in the same form', () => {
    const used = new Set(descriptions().map((description) => description.split('docs/runbooks/')[1] ?? ''));
    expect([...used].toSorted(inOrder)).toEqual(runbooks.map((name) => `${name}.md`).toSorted(inOrder));
    const pages = readdirSync('docs/runbooks').filter((name) => name !== 'README.md');
    expect(pages.toSorted(inOrder)).toEqual(runbooks.map((name) => `${name}.md`).toSorted(inOrder));
    for (const page of pages) {
      const headings = [...readFileSync(`docs/runbooks/${page}`, 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings, page).toEqual(['What users see', 'Likely causes', 'What to look at', 'What to do', 'How to check that it is over']);
    }
  });

  it('rings when anything is set aside, in every queue that sets aside', () => {
    const watched = JSON.stringify(
      read()
        .ofType('AWS::CloudWatch::Alarm')
        .map(({ Properties }) => Properties['Dimensions']),
    );
    for (const { Properties } of read().ofType('AWS::SQS::Queue'))
      expect(watched, String(Properties['QueueName'])).toContain(`"${String(Properties['QueueName'])}"`);
  });

  it('rings when a function fails, whether Lambda counts it or its log does', () => {
    const alarms = read()
      .ofType('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => JSON.stringify(Properties));
    const ours = read()
      .ofType('AWS::Lambda::Function')
      .filter(({ Properties }) => Properties['FunctionName'] !== undefined);
    for (const { Properties } of ours) {
      const name = String(Properties['FunctionName']);
      expect(
        alarms.some((alarm) => alarm.includes(`"${name}"`) && alarm.includes('error-lines-')),
        name,
      ).toBe(true);
    }
  });

  it('tells the operators when it rings and when it is over', () => {
    for (const { Properties, logicalId } of read().ofType('AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions'], logicalId).toHaveLength(1);
      expect(Properties['OKActions'], logicalId).toHaveLength(1);
    }
  });
};
