import fc from 'fast-check';
import { inject } from 'vitest';

// All property tests of a run use the seed that the run prints.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: inject('seed') });
