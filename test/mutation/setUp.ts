import fc from 'fast-check';

// The same scripts every time, and no search for the smallest that fails: a mutant is met or it is not.
fc.configureGlobal({ seed: 1, endOnFailure: true });
