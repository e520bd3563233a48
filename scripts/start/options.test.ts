import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (...args: readonly string[]) => readOptions(args, '/home/camille');

it('starts everything by default, fresh, on the usual ports', () => {
  expect(read()).toEqual({ kind: 'start', options: { webPort: 3000, apiPort: 4000, withWeb: true, withDemo: true } });
});

it('understands every option', () => {
  expect(read('--data', 'donnees', '--port', '3100', '--api-port=4100', '--no-web', '--empty')).toEqual({
    kind: 'start',
    options: { dataDir: '/home/camille/donnees', webPort: 3100, apiPort: 4100, withWeb: false, withDemo: false },
  });
  expect(read('--help')).toEqual({ kind: 'help' });
});

it.each([[['--prot', '1']], [['--port', 'abc']], [['--port', '70000']], [['--port', '4000']], [['--data']], [['dossier']]])(
  'explains in French what is wrong with %j',
  (args) => {
    expect(read(...args)).toMatchObject({ kind: 'fault', message: expect.stringMatching(/npm start|port/) });
  },
);
