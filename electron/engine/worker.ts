import { parentPort } from 'node:worker_threads';
import { createModelPerformers } from './model-performers.ts';
import { serve } from './serve.ts';

if (parentPort !== null) serve(parentPort, createModelPerformers());
