"""How the cells of a source become values, as the page of sources tells it."""

READ = """\
## How rows and cells are read

A source says what the file calls the columns that metrics read, and what its cells mean. Nothing is guessed: a cell is
what the mapping makes of it, or it is refused and counted.

```yaml
sources:
  surveys:
    type: csv
    path: data/surveys/*.csv                # inside the project; * stands for any name, ** for any folders
    columns: {response_id: id, responded_at: answered, score: q1}   # the record's column: the file's own
    parse: {datetime: ["%d/%m/%Y %H:%M", "%d/%m/%Y"], timezone: Asia/Bangkok}
    values:
      score: {missing: [N/A, 11], labels: {พอใจมาก: 5, พอใจ: 4, เฉย ๆ: 3}}
    exclude: {status: [test, spam]}
    dedup: {key: response_id, keep: latest, order_by: responded_at}
    refreshes: 7 d
```

- **Columns.** On the left the column of a record (all of them are [below](#records)), on the right the file's own
  header: it must be the same, or the same but for case and outer blanks. The columns that are mapped decide which
  record the rows are. Further columns may be mapped under names of their own, for `where`, breakdowns and `filled`.
- **Cells** are trimmed. `9.0` and `1,200` are numbers, `1.3k` is none. With `parse: {decimal: ","}` a file writes
  `9,0` and `1.200`.
- **Missing.** An empty cell is no answer. Every other spelling of it is listed under `missing:`, also codes that look
  like a number: the 11 above is no score, and neither is `11.0`. Such a row is counted as `missing`, never as 0.
- **Labels** are texts that stand for a value. `else:` gives the value of every other text: `is_complaint: {labels:
  {ร้องเรียน: true}, else: false}` makes yes or no of a category.
- **Dates and times** are ISO 8601 (`2026-11-21`, `2026-11-21T09:00:00+07:00`), unless `parse: {datetime: …}` gives
  their format, or several that are tried in order. `%b` takes `Sep` and `Sept`. A stamp with an offset keeps it; one
  without is in `parse: {timezone: …}`, else in the project's zone; the hour that a clock runs twice is the first one.
- **Left out** by `exclude:` are rows with such a value: cancelled orders, spam, tests.
- **Once.** With `dedup:` a row that the file repeats each time it changes counts once, in the last version that was
  known at the moment of asking; `exclude:` looks at that version. The others are counted as `duplicate`.
- **Known.** A row whose time lies after the moment of asking (`--as-of`) is not there yet, and an event that lies after
  it has not happened. So a value for a past day is that of the day, if the source appends or keeps history.
- **Dead exports.** Where `refreshes:` says how often new data comes, a value tells when its newest event is older.
- **Totals.** Who only has monthly sums maps those: `columns: {period: month, complaints: C, customers: D}` for a metric
  that reads totals. Sums are added over the periods before they are divided. A source has rows or totals, not both. A
  sum is known from the day that its period names: write the last day of a month, or it is known before it was.
- **Two questions of one form** are two sources over the same file, each with its own column as `score`.
- **One row twice** counts twice, and no message says so: to look for ids that come again would take longer than to
  measure. Where exports overlap, such as a file for each week that reaches back a month, declare `dedup: {key:
  response_id, keep: latest, order_by: responded_at}`: one of each counts, and the others are told as `duplicate`.

What is refused makes the value missing, with `source_failed` and the reason. Other key results are not touched.

| it says | what to do |
|---|---|
| `1 of 2 cells of … are no numbers, such as …` | list the text under `missing:`, \
give it a value under `labels:`, or mend the file; up to one cell in a hundred is counted as `rejected` instead |
| `2568 looks like a Buddhist-era year; 2568 - 543 = 2025` | export the dates in the common era; \
years from 2400 to 2699 are never read |
| `… are no date and time, such as …: write …` | write that under the source; \
the format is tried on every cell before it is named |
| `two digits of a year stand for …` | export all four |
| `… has no column …: did you mean …?` | correct the right side of `columns:`, or the name under `where:` |
| `… has no column …: row 4 names the columns` | write `header: 4`: what stands above it is a title |
| `two columns of … could be …` | rename one of the file's columns |
| `the columns of … make up … and … alike` | map the columns of one record only, or make a second source |
| `no file is …` | correct `path:`, or put the data there |
| `the header has 3 columns, this line 4` | mend the line, or quote its cells; a file is never read in part |
| `the amounts are in 2 currencies` | keep one by `where: {currency: THB}`, in a key result each |

The text of a cell is never shown, only its shape: letters as x, digits as 9. Secrets, such as the password of a
database, stand in no file: write `${env:NAME}`, `${file:PATH}` or `${keyring:SERVICE/NAME}`.
"""
