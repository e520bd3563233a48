import { expect, it } from 'vitest';
import { httpAnswer } from './response.ts';

it.each([
  ['an object without status', '{"ok":true}', { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }],
  ['a text', '"x"', { status: 200, headers: { 'content-type': 'application/json' }, body: 'x' }],
  ['nothing', 'null', { status: 200, headers: { 'content-type': 'application/json' }, body: 'null' }],
  [
    'a status alone',
    '{"statusCode":404,"body":"no"}',
    { status: 404, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: 'no' },
  ],
  [
    'headers',
    '{"statusCode":200,"headers":{"Content-Type":"a/b","X-Y":1}}',
    { status: 200, headers: { 'content-type': 'a/b', 'x-y': '1' }, body: '' },
  ],
  [
    'cookies',
    '{"statusCode":200,"cookies":["a=1","b=2"]}',
    { status: 200, headers: { 'content-type': 'text/plain;charset=UTF-8', 'set-cookie': ['a=1', 'b=2'] }, body: '' },
  ],
  [
    'bytes',
    '{"statusCode":200,"isBase64Encoded":true,"body":"4oKs"}',
    { status: 200, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: Buffer.from('€') },
  ],
])('answers what a function returned as %s', (_, payload, expected) => {
  expect(httpAnswer(payload)).toEqual(expected);
});

it('answers 500 above six megabytes, counted in bytes', () => {
  expect(httpAnswer(JSON.stringify({ statusCode: 200, body: 'é'.repeat(3_300_000) })).status).toBe(500);
});
