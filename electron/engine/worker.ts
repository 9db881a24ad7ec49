import { createModelPerformers } from './model-performers.ts';
import { workHere } from './work-here.ts';

workHere(createModelPerformers());
