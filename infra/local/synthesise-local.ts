import { synthesise } from '../synthesise.ts';
import { API_PLACE, WEB_PLACE } from './places.ts';

const [academy = 'demo', outdir = ''] = process.argv.slice(2);
await synthesise({ academy, stage: 'local', outdir, origins: { web: WEB_PLACE, api: API_PLACE }, unchecked: true });
