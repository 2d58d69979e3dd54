import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', '.git'])

/** The files of a tree of ours whose path matches, as paths from its root. */
export function projectFiles(tree, pattern, folder = '') {
  return readdirSync(join(tree, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return notOurs.has(path) ? [] : projectFiles(tree, pattern, path)
    return pattern.test(path) ? [path] : []
  })
}
