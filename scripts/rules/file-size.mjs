import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFiles } from './project-files.mjs'

const mostLines = 500

/** No TypeScript file, test or generated, is longer than a reader can hold. */
export function fileSizes(tree) {
  return projectFiles(tree, /\.tsx?$/).flatMap((file) => {
    const lines = readFileSync(join(tree, file), 'utf8').split('\n').length - 1
    return lines > mostLines ? [`${file} has ${lines} lines; ${mostLines} at most`] : []
  })
}
