/**
 * The commands that read stops. They are loaded when one of them runs, and together: most of the time to start is that of
 * reading JavaScript, and each module takes some more.
 */
export { demoCommand } from './demo.ts'
export { diagnoseCommand } from './diagnose.ts'
export { explainCommand } from './explain.ts'
