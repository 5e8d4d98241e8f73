select e.business_key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
where e.parent_id_ is null and d.key_ in ('guest-onboarding', 'guest-removal')
group by e.business_key_ having count(*) > 1
