import { jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { listIn, numberIn, parseJson } from '../json.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { outboxPage } from '../outbox/page.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Schedules } from '../schedules/schedules.ts';
import type { Cost } from './cost.ts';
import { readFault, type Faults } from './faults.ts';

export interface LocalWorld {
  readonly outbox: Outbox;
  readonly cost: Cost;
  readonly faults: Faults;
  readonly schedules: Schedules;
  readonly queues: Queues;
  readonly sweepExpired: () => Promise<number>;
  readonly isReady: () => boolean;
}

const SHOWN = 200;

const outbox = (world: LocalWorld, question: Question): Answer => {
  if (question.method === 'DELETE') {
    world.outbox.clear();
    return jsonAnswer(200, {});
  }
  const sent = world.outbox.list(Number(question.query.get('limit') ?? SHOWN));
  if ((question.headers['accept'] ?? '').includes('application/json')) return jsonAnswer(200, { sent });
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
    body: outboxPage(sent),
  };
};

const cost = (world: LocalWorld, question: Question): Answer => {
  const answer = jsonAnswer(200, { ...world.cost.total(), details: world.cost.details() });
  if (question.method === 'DELETE') world.cost.reset();
  return answer;
};

const faults = (world: LocalWorld, question: Question): Answer => {
  if (question.method === 'DELETE') world.faults.set([]);
  if (question.method === 'POST' || question.method === 'PUT') {
    const input = parseJson(question.body.toString('utf8'));
    const read = listIn(input, 'faults').map(readFault);
    const known = read.flatMap((fault) => fault ?? []);
    if (known.length < read.length) return jsonAnswer(400, { message: 'Each fault needs a service and a known kind' });
    world.faults.set(known, numberIn(input, 'seed'));
  }
  return jsonAnswer(200, { faults: world.faults.list() });
};

const schedules = async (world: LocalWorld, question: Question, name: string): Promise<Answer> => {
  if (name === '') return jsonAnswer(200, { schedules: world.schedules.list() });
  if (question.method !== 'POST') return jsonAnswer(405, { message: 'POST runs it now' });
  const outcome = await world.schedules.runNow(name);
  if (outcome === undefined)
    return jsonAnswer(404, { message: `No schedule ${name}`, schedules: world.schedules.list().map((schedule) => schedule.name) });
  return outcome.ok
    ? jsonAnswer(200, { ok: true, payload: JSON.parse(outcome.payload) })
    : jsonAnswer(500, { ok: false, failure: outcome.failure });
};

const queues = (world: LocalWorld): Answer =>
  jsonAnswer(200, {
    queues: world.queues.names().flatMap((name) => {
      const queue = world.queues.find(name);
      return queue === undefined ? [] : [{ name, ...world.queues.counts(queue), messages: world.queues.peek(queue, 5) }];
    }),
  });

/** The pages that exist on a laptop only, under `/_local/`. */
export const localPages =
  (world: LocalWorld) =>
  async (question: Question): Promise<Answer> => {
    const [, , page = '', ...rest] = question.path.split('/');
    switch (page) {
      case 'outbox':
        return outbox(world, question);
      case 'cost':
        return cost(world, question);
      case 'faults':
        return faults(world, question);
      case 'schedules':
        return schedules(world, question, decodeURIComponent(rest.join('/')));
      case 'queues':
        return queues(world);
      case 'ttl':
        return jsonAnswer(200, { deleted: await world.sweepExpired() });
      case 'health':
        return jsonAnswer(world.isReady() ? 200 : 503, { ready: world.isReady() });
      default:
        return jsonAnswer(404, {
          message: 'Not Found',
          pages: ['outbox', 'cost', 'faults', 'schedules', 'queues', 'ttl', 'health'].map((name) => `/_local/${name}`),
        });
    }
  };
