import { lstatSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

type Link = { source: string; target: string }

/**
 * Creates the shared-library links the package ships only as a list, because npm may skip its postinstall script.
 * Returns false when a link is missing and the folder does not let us write.
 */
export function linkLibraries(nativeFolder: string): boolean {
  const links = JSON.parse(readFileSync(path.join(nativeFolder, 'pg-symlinks.json'), 'utf8')) as Link[]
  return links.every((link) => linkOne(path.dirname(nativeFolder), link))
}

function linkOne(packageFolder: string, link: Link): boolean {
  const place = path.join(packageFolder, link.target)
  const wanted = path.relative(path.dirname(place), path.join(packageFolder, link.source))
  if (linkText(place) === wanted) return true
  try {
    rmSync(place, { force: true })
    symlinkSync(wanted, place)
    return true
  } catch {
    return linkText(place) === wanted
  }
}

function linkText(place: string): string | undefined {
  const found = lstatSync(place, { throwIfNoEntry: false })
  return found?.isSymbolicLink() ? readlinkSync(place) : undefined
}
