// A module of its own, so that the explanations of all causes are loaded for SARIF alone.
export { sarifReport } from '@farsight/core'
