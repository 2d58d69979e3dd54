import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The lockfile must install everywhere: `npm ci` refuses a lock in which a package lacks one of its platform packages,
 * and an address in it binds every machine to one registry.
 */
export function lockfile(tree) {
  const { packages } = JSON.parse(readFileSync(join(tree, 'package-lock.json'), 'utf8'))
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...missingPlatforms(packages, path, entry),
    ...(path && !entry.integrity && !entry.inBundle ? [`${path} has no integrity: not a registry's package`] : []),
    ...(entry.link ? [`${path} is a link to a folder`] : []),
    ...(entry.resolved ? [`${path} names where it was downloaded: ${entry.resolved}`] : []),
  ])
}

function missingPlatforms(packages, path, { version, optionalDependencies }) {
  if (path === '') return []
  return Object.keys(optionalDependencies ?? {})
    .filter((name) => !isLocked(packages, path, name))
    .map((name) => `${path} ${version} lacks its optional ${name}`)
}

/** Node's own search: beside the package, then upwards. */
function isLocked(packages, path, name) {
  for (let from = path; ; from = parent(from)) {
    if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true
    if (from === '') return false
  }
}

function parent(path) {
  const end = path.lastIndexOf('/node_modules/')
  return end < 0 ? '' : path.slice(0, end)
}
