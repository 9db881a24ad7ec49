import { workHere } from '../../electron/engine/work-here.ts';
import { toyPerformers } from './toy-jobs.ts';

workHere(toyPerformers);
