/** Settings for a machine of two cores: durable, loopback only, logs of one week in the cluster's folder. */
const standard: Record<string, string> = {
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
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

/** Command-line arguments: the standard, overlaid by the caller's; address and port cannot be overlaid. */
export function settingArguments(port: number, overlay: Record<string, string> = {}): string[] {
  const settings = { ...standard, ...overlay, listen_addresses: '127.0.0.1', port: String(port) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
