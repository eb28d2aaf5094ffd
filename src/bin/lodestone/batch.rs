//! Many scenarios: a CSV in, a CSV out in the same order, in constant memory, on all cores.
//!
//! Rows travel in chunks: one thread reads, every core works, the main thread writes. Each chunk leaves with the
//! promise of its answer in a queue, so that answers are written in the order of their questions, and the queues are
//! short, so that a slow reader of the result slows the reading down instead of filling memory.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;
use std::time::Instant;

use crossbeam_channel::{Receiver, Sender, bounded};
use csv::ByteRecord;
use indicatif::ProgressBar;
use lodestone::text::{Lang, command};
use lodestone_model::inputs::{Inputs, Key};
use lodestone_model::outputs::{Output, Shared};

use crate::Refusal;
use crate::args::{Args, Batch};
use crate::cells::Ends;
use crate::how::How;
use crate::table::exact;
use crate::{given, meter, questions};

/// Rows that travel together.
const CHUNK: usize = 1024;
/// Chunks that wait for each thread.
const WAITING: usize = 4;

/// What a column of the scenarios means.
#[derive(Debug, Clone, Copy)]
enum Column {
    /// Passed through.
    Id,
    /// Sets an input.
    Sets(Key),
}

/// What every row needs.
struct Job {
    base: Inputs,
    columns: Vec<Column>,
    outputs: Vec<Output>,
    ends: Ends,
    year: i32,
    lang: Lang,
}

/// Rows as they were read, or why one could not be.
type Rows = Vec<(u64, Result<ByteRecord, String>)>;

/// Rows as they are written.
#[derive(Debug, Default)]
struct Done {
    text: Vec<u8>,
    rows: u64,
    bad: Vec<String>,
}

/// Runs a batch; status 1 where rows were refused.
pub fn run(batch: &Batch, args: &Args, how: How, lang: Lang) -> Result<ExitCode, Refusal> {
    let started = Instant::now();
    let name = batch.file.display().to_string();
    let unread = |e: &dyn std::fmt::Display| Refusal(command::no_file(lang, &name, &e.to_string()));
    let (source, length): (Box<dyn Read + Send>, u64) = if name == "-" {
        (Box::new(io::stdin()), 0)
    } else {
        let file = File::open(&batch.file).map_err(|e| unread(&e))?;
        let length = file.metadata().map(|m| m.len()).unwrap_or(0);
        (Box::new(file), length)
    };
    let bar = meter::progress(length);
    let source = bar.wrap_read(source);
    let mut reader = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(source);
    let header = reader.byte_headers().map_err(|e| unread(&e))?.clone();
    let job = job(batch, &header, &name, Ends::chosen(batch, args, how), lang)?;
    let threads = args.threads();

    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let written = std::thread::scope(|scope| {
        let (ask, asked) = bounded::<(Rows, Sender<Done>)>(threads * WAITING);
        let (promise, promised) = bounded::<Receiver<Done>>(threads * WAITING);
        scope.spawn(move || read(reader, &ask, &promise, lang));
        for _ in 0..threads {
            let (asked, job) = (asked.clone(), &job);
            scope.spawn(move || {
                let shared = Shared::default();
                for (rows, answer) in asked {
                    // Nobody waits for it once the writing has failed.
                    let _ = answer.send(work(job, &shared, &rows));
                }
            });
        }
        drop(asked);
        write(&mut out, &job, &promised, &bar)
    });
    bar.finish_and_clear();
    let (rows, bad) = match written {
        Ok(counted) => counted,
        // A reader that has seen enough (`| head`) is no fault.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
        Err(e) => return Err(Refusal(command::written(lang, &e.to_string()))),
    };
    if batch.stats {
        meter::stats(rows, threads, started.elapsed());
    }
    if bad > 0 {
        let _ = writeln!(io::stderr(), "lodestone: {}", command::done(lang, &rows.to_string(), &bad.to_string()));
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

fn job(batch: &Batch, header: &ByteRecord, name: &str, ends: Ends, lang: Lang) -> Result<Job, Refusal> {
    let base = batch.with.inputs(lang)?;
    let outputs = batch.outputs.iter().map(|o| questions::output(lang, o)).collect::<Result<Vec<_>, _>>()?;
    if header.is_empty() {
        return Err(Refusal(command::no_header(lang, name)));
    }
    let column = |cell: &[u8]| {
        let key = String::from_utf8_lossy(cell);
        // Spreadsheets begin a file with a mark of its encoding.
        let key = key.trim_start_matches('\u{feff}').trim();
        if key == "id" {
            return Ok(Column::Id);
        }
        Key::named(key).map(Column::Sets).map_err(|e| Refusal(given::refused(lang, &e)))
    };
    let columns = header.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    Ok(Job { base, columns, outputs, ends, year: given::year(lang, batch.year)?, lang })
}

/// Reads chunks until the file ends or nobody listens.
fn read(
    mut reader: csv::Reader<impl Read>,
    ask: &Sender<(Rows, Sender<Done>)>,
    promise: &Sender<Receiver<Done>>,
    lang: Lang,
) {
    let mut ended = false;
    while !ended {
        let mut rows = Vec::with_capacity(CHUNK);
        while rows.len() < CHUNK {
            let mut record = ByteRecord::new();
            let line = reader.position().line();
            match reader.read_byte_record(&mut record) {
                Ok(true) => {
                    let line = record.position().map_or(line, csv::Position::line);
                    rows.push((line, Ok(record)));
                }
                Ok(false) => {
                    ended = true;
                    break;
                }
                Err(e) => {
                    rows.push((line, Err(command::no_file(lang, "CSV", &e.to_string()))));
                    // A file that cannot be read further ends here.
                    ended = e.is_io_error();
                    if ended {
                        break;
                    }
                }
            }
        }
        let (answer, answered) = bounded(1);
        if promise.send(answered).is_err() || ask.send((rows, answer)).is_err() {
            return;
        }
    }
}

/// Answers one chunk.
fn work(job: &Job, shared: &Shared, rows: &Rows) -> Done {
    let mut done = Done { rows: rows.len() as u64, ..Done::default() };
    let mut out = csv::Writer::from_writer(Vec::with_capacity(rows.len() * 100));
    let mut number = String::new();
    for (line, record) in rows {
        let mut row = ByteRecord::new();
        row.push_field(record.as_ref().ok().and_then(|r| id(job, r)).unwrap_or_default());
        let inputs = match record {
            Ok(record) => inputs(job, record),
            Err(why) => Err(why.clone()),
        };
        match inputs {
            Ok(inputs) => {
                job.ends.answers(&inputs, &job.outputs, job.year, shared, |answer| {
                    number.clear();
                    exact(&mut number, answer);
                    row.push_field(number.as_bytes());
                });
                row.push_field(b"");
            }
            Err(why) => {
                let empty: usize = job.outputs.iter().map(|o| job.ends.columns(o.key()).len()).sum();
                (0..empty).for_each(|_| row.push_field(b""));
                let sentence = format!("{}: {why}", command::line(job.lang, &line.to_string()));
                row.push_field(sentence.as_bytes());
                done.bad.push(sentence);
            }
        }
        // Writing to memory does not fail.
        let _ = out.write_byte_record(&row);
    }
    done.text = out.into_inner().unwrap_or_default();
    done
}

fn id<'a>(job: &Job, record: &'a ByteRecord) -> Option<&'a [u8]> {
    record.get(job.columns.iter().position(|c| matches!(c, Column::Id))?)
}

/// The inputs of one row: the base, and every cell that is not empty.
fn inputs(job: &Job, record: &ByteRecord) -> Result<Inputs, String> {
    if record.len() != job.columns.len() {
        let (found, wanted) = (record.len().to_string(), job.columns.len().to_string());
        return Err(command::cells(job.lang, &found, &wanted));
    }
    let mut cells = Vec::with_capacity(job.columns.len());
    for (column, cell) in job.columns.iter().zip(record) {
        let Column::Sets(key) = column else { continue };
        let text = std::str::from_utf8(cell).map_err(|_| command::not_text(job.lang).to_owned())?.trim();
        // An empty list of shocks is the baseline and has to be written as “;”.
        if !text.is_empty() {
            cells.push((*key, text));
        }
    }
    job.base.clone().assign_each(cells).map_err(|e| given::refused(job.lang, &e))
}

/// Writes answers in the order of their questions; how many rows, and how many of them were refused.
fn write(
    out: &mut impl Write,
    job: &Job,
    promised: &Receiver<Receiver<Done>>,
    bar: &ProgressBar,
) -> io::Result<(u64, u64)> {
    let mut head = vec!["id".to_owned()];
    for o in &job.outputs {
        head.extend(job.ends.columns(o.key()));
    }
    head.push("error".to_owned());
    writeln!(out, "{}", head.join(","))?;
    let (mut rows, mut bad) = (0, 0);
    for answer in promised {
        let Ok(done) = answer.recv() else { break };
        out.write_all(&done.text)?;
        rows += done.rows;
        for sentence in done.bad {
            bad += 1;
            bar.suspend(|| {
                let _ = writeln!(io::stderr(), "lodestone: {sentence}");
            });
        }
    }
    out.flush()?;
    Ok((rows, bad))
}
