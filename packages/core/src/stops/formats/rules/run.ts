import type { Rule } from '../rule.ts'

/** The container ran, and ended. */
export const RUN: readonly Rule[] = [
  {
    says: [
      'OutOfMemory',
      'due to memory usage',
      'out of memory',
      'oomkilled',
      'oom-killed',
      'oom killer',
      'killed as a result of limit',
    ],
    means: { step: 'run', service: null, kind: 'application', causes: ['out-of-memory'] },
  },
  {
    says: ['essential container', 'container exited', 'exited with', 'exit code', 'exitcode', 'exited ('],
    when: ({ exitCode }) => exitCode === 137,
    means: {
      step: 'run',
      service: null,
      kind: 'application',
      causes: ['out-of-memory', 'container-health-check-failing', 'application-exited'],
      evidence: 'exit-code',
    },
  },
  {
    says: ['essential container', 'exited with', 'exit code', 'exitcode', 'exited ('],
    when: ({ exitCode }) => exitCode === 127 || exitCode === 126,
    means: {
      step: 'run',
      service: null,
      kind: 'application',
      causes: ['entrypoint-not-found', 'application-exited'],
      evidence: 'exit-code',
    },
  },
  {
    says: ['essential container', 'exited with', 'exit code', 'exitcode', 'exited ('],
    when: ({ exitCode }) => exitCode !== null,
    means: { step: 'run', service: null, kind: 'application', causes: ['application-exited'], evidence: 'exit-code' },
  },
  {
    says: [
      'essential container',
      'container in task exited',
      'container exited',
      'application exited',
      'segmentation fault',
      'core dumped',
      'panic: ',
      'traceback (most recent',
    ],
    not: ['efs utils', 'ResourceInitialization', 'CannotPull', 'CannotStart'],
    means: { step: 'run', service: null, kind: 'application', causes: ['application-exited'], evidence: 'own-exit' },
  },
]
