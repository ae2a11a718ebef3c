/** Why a file is not even sent: wrong kind or too large; undefined when it may go. */
export function findFileObstacle(
  file: { name: string; size: number },
  limits: { endings: readonly string[]; maxMegabytes: number },
): 'kind' | 'size' | undefined {
  const name = file.name.toLowerCase()
  if (!limits.endings.some(ending => name.endsWith(ending))) return 'kind'
  return file.size > limits.maxMegabytes * 1024 * 1024 ? 'size' : undefined
}
