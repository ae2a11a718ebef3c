import { totalmem } from 'node:os'

/** The number in the socket's name; the folder is the server's own, so that every server may have the same. */
export const socketPort = 5432
/** The socket's file in that folder, as PostgreSQL names it. */
export const socketName = `.s.PGSQL.${socketPort}`

/** Settings for a machine of two cores: durable, logs of one week in the cluster's folder. */
const standard: Record<string, string> = {
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',
  jit: 'off',
  fsync: 'on',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_file_mode: '0600',
  log_line_prefix: '%m [%p] %q%u@%d ',
}

/** Command-line arguments: the standard, overlaid by the caller's; where it listens cannot be overlaid. */
export function settingArguments(socketFolder: string, overlay: Record<string, string> = {}): string[] {
  const settings = { ...standard, ...memoryOf(totalmem()), ...overlay, ...listeningIn(socketFolder) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** What the server may keep in memory on a machine of so many bytes: an eighth, at least what PostgreSQL itself would take. */
export function memoryOf(bytes: number): Record<string, string> {
  const megabytes = Math.floor(bytes / 1024 ** 2)
  const buffers = Math.min(Math.max(Math.floor(megabytes / 8), 128), 1024)
  return { shared_buffers: `${buffers}MB`, effective_cache_size: `${Math.max(Math.floor(megabytes / 2), 512)}MB` }
}

/** At no address of the network; by a socket that the account of the server alone may use. The setting is a list, in which quotes hold a path together. */
const listeningIn = (folder: string) =>
  ({ listen_addresses: '', port: String(socketPort), unix_socket_directories: `"${folder.replaceAll('"', '""')}"`, unix_socket_permissions: '0700' })
