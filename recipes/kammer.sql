-- What a chamber asks of many firms, with DuckDB (pip install duckdb, or the program of that name).
--   waage batch betriebe.ndjson --with-plan > ergebnisse.ndjson
--   duckdb < kammer.sql          reads ergebnisse.ndjson, writes ergebnisse.parquet
-- Groups of fewer than five firms are left out, so that none can be told from the rest.
create view firms as
  select * from read_json('ergebnisse.ndjson', format = 'newline_delimited', union_by_name = true)
  where expected_annual_loss is not null;

-- Share of firms whose risk is bearable, by trade.
select segment, count(*) as firms, round(avg(bearable::int), 2) as bearable
from firms group by segment having count(*) >= 5 order by bearable, segment;

-- The most frequent first step of the plans.
select plan.first_steps[1] as first_step, count(*) as firms
from firms where len(plan.first_steps) > 0
group by first_step having count(*) >= 5 order by firms desc, first_step limit 10;

-- What all firms together lose in a year on average, and with their plans, euros.
select round(sum(expected_annual_loss.value)) as today, round(sum(plan.expected_annual_loss.value)) as with_plan
from firms;

copy (select * from firms) to 'ergebnisse.parquet' (format parquet);
