import { expect, test } from 'vitest'
import { nameCommittee } from './committee-names.ts'
import type { CommitteeLevel } from './committee-names.ts'

test.each<[CommitteeLevel, string, string, string]>([
  ['province', '四川省', '四川省关心下一代工作委员会', '省关工委'],
  ['province', '广西壮族自治区', '广西壮族自治区关心下一代工作委员会', '自治区关工委'],
  ['province', '重庆市', '重庆市关心下一代工作委员会', '市关工委'],
  ['city', '南充市', '南充市关心下一代工作委员会', '市关工委'],
  ['city', '阿坝藏族羌族自治州', '阿坝藏族羌族自治州关心下一代工作委员会', '州关工委'],
  ['county', '顺庆区', '顺庆区关心下一代工作委员会', '区关工委'],
  ['county', '北川羌族自治县', '北川羌族自治县关心下一代工作委员会', '县关工委'],
  ['county', '阆中市', '阆中市关心下一代工作委员会', '市关工委'],
  ['town', '漓东街道办事处', '漓东街道关心下一代工作委员会', '漓东街道关工委'],
  ['town', '盘龙镇', '盘龙镇关心下一代工作委员会', '盘龙镇关工委'],
  ['village', '望南村村民委员会', '望南村关心下一代工作委员会', '望南村关工委'],
  ['village', '望南村民委员会', '望南村关心下一代工作委员会', '望南村关工委'],
  ['village', '南高村委会', '南高村关心下一代工作委员会', '南高村关工委'],
  ['village', '时村村委会', '时村关心下一代工作委员会', '时村关工委'],
  ['village', '稻香路社区居民委员会', '稻香路社区关心下一代工作委员会', '稻香路社区关工委'],
  ['village', '敦达乌苏嘎查', '敦达乌苏嘎查关心下一代工作委员会', '敦达乌苏嘎查关工委'],
  ['village', '敦达乌苏嘎查村民委员会', '敦达乌苏嘎查关心下一代工作委员会', '敦达乌苏嘎查关工委'],
  ['village', '东关居民委员会', '东关居委会关心下一代工作委员会', '东关居委会关工委'],
  ['school', '城北小学', '城北小学关心下一代工作委员会', '城北小学关工委'],
])('a committee at %s level in %s is %s, called %s', (level, name, full, short) => {
  expect(nameCommittee({ level, name })).toMatchObject({ full, short })
})
