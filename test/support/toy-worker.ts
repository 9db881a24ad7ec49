import { parentPort } from 'node:worker_threads';
import { serve } from '../../electron/engine/serve.ts';
import { toyPerformers } from './toy-jobs.ts';

if (parentPort !== null) serve(parentPort, toyPerformers);
