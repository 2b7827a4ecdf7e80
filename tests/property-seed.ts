import fc from 'fast-check';
import { inject } from 'vitest';

// Every property of a run begins with the run's seed, which the run prints.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') });
