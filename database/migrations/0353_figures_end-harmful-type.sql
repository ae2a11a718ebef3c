-- 服刑戒毒人员子女 is a word that alone would harm: such types are derived and kept, but stand on no list, label or figure, and no fact was ever written
-- for this one. Its indicator could therefore only say 0, also where there are such children. It holds for no period any more; its row stays.
update figures.indicators set valid_until = valid_from where code = 'children.type.inmate-child' and valid_until is null;
