import { expect, test } from 'vitest'
import { memoryOf, settingArguments } from './settings.ts'

const gigabyte = 1024 ** 3

test('the database keeps an eighth of the memory of the machine, never less than PostgreSQL by itself and never more than a gigabyte', () => {
  expect(memoryOf(4 * gigabyte)).toEqual({ shared_buffers: '512MB', effective_cache_size: '2048MB' })
  expect(memoryOf(0.5 * gigabyte)).toEqual({ shared_buffers: '128MB', effective_cache_size: '512MB' })
  expect(memoryOf(64 * gigabyte)).toMatchObject({ shared_buffers: '1024MB' })
})

test('where the server listens is not for the caller to say', () => {
  const given = settingArguments('/data, "甲"', { listen_addresses: '*', port: '1', unix_socket_directories: '/tmp', work_mem: '5MB' })
  expect(given).toEqual(expect.arrayContaining(['listen_addresses=', 'port=5432', 'unix_socket_directories="/data, ""甲"""', 'work_mem=5MB']))
})
