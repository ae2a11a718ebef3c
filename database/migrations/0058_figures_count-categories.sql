set local citus.multi_shard_modify_mode = 'sequential';

-- The register names the five categories cadre, soldier, expert, teacher, model-worker; the dictionary counts them under these names.
update figures.indicators set measures = array[replace(measures[1], 'veteran-', '')] where measures[1] like 'volunteer.category.veteran-%';
