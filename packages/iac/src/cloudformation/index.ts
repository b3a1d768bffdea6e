export { readParameterFile } from './parameter-file.ts'
export { readTemplates } from './read-templates.ts'
