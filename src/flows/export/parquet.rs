//! Rows as a Parquet file (parquet.apache.org/docs/file-format), a row group at a time.

use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use serde_json::Value;

use super::as_text;
use crate::call::Moment;
use crate::ports::report::{Held, Row, Table};

/// Rows of a row group: what is held in memory at once.
const GROUP: usize = 4_000;

/// A file that is being written.
pub struct ParquetFile {
    writer: SerializedFileWriter<Vec<u8>>,
    columns: Vec<Column>,
    rows: usize,
}

/// The cells of a column that are not written yet; `there` says for each row whether it has one.
struct Column {
    name: &'static str,
    cells: Cells,
    there: Vec<i16>,
}

enum Cells {
    Texts(Vec<ByteArray>),
    Numbers(Vec<i64>),
    Times(Vec<i64>),
    Flags(Vec<bool>),
}

impl ParquetFile {
    /// An empty file of a table's columns.
    pub fn new(table: Table) -> Result<Self, ParquetError> {
        let columns: Vec<Column> = table.columns().map(|name| Column::new(name, table.held(name))).collect();
        let fields = columns.iter().map(Column::kind).collect::<Result<Vec<_>, _>>()?;
        let schema = Type::group_type_builder("rows").with_fields(fields).build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by("aftercall".to_owned())
            .build();
        Ok(Self { writer: SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?, columns, rows: 0 })
    }

    /// Takes rows; gives the bytes that are ready.
    pub fn take(&mut self, rows: &[Row]) -> Result<Vec<u8>, ParquetError> {
        for row in rows {
            self.columns.iter_mut().try_for_each(|column| column.push(row.get(column.name)))?;
            self.rows += 1;
        }
        if self.rows >= GROUP {
            self.write_group()?;
        }
        self.ready()
    }

    /// The rest of the file.
    pub fn end(&mut self) -> Result<Vec<u8>, ParquetError> {
        if self.rows > 0 {
            self.write_group()?;
        }
        self.writer.finish()?;
        self.ready()
    }

    fn ready(&mut self) -> Result<Vec<u8>, ParquetError> {
        self.writer.flush()?;
        Ok(std::mem::take(self.writer.inner_mut()))
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column()? else { break };
            column.write(writer.untyped())?;
            writer.close()?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }
}

impl Column {
    fn new(name: &'static str, held: Held) -> Self {
        let cells = match held {
            Held::Text => Cells::Texts(Vec::new()),
            Held::Number => Cells::Numbers(Vec::new()),
            Held::Time => Cells::Times(Vec::new()),
            Held::Flag => Cells::Flags(Vec::new()),
        };
        Self { name, cells, there: Vec::new() }
    }

    fn kind(&self) -> Result<TypePtr, ParquetError> {
        let (physical, logical) = match self.cells {
            Cells::Texts(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Cells::Numbers(_) => (Physical::INT64, None),
            Cells::Times(_) => (Physical::INT64, Some(LogicalType::timestamp(true, TimeUnit::MILLIS))),
            Cells::Flags(_) => (Physical::BOOLEAN, None),
        };
        let kind = Type::primitive_type_builder(self.name, physical).with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
        Ok(Arc::new(kind.build()?))
    }

    fn push(&mut self, value: Option<&Value>) -> Result<(), ParquetError> {
        let Some(value) = value.filter(|value| !value.is_null()) else {
            self.there.push(0);
            return Ok(());
        };
        let wrong = || ParquetError::General(format!("column {} holds something else than its type", self.name));
        match &mut self.cells {
            Cells::Texts(texts) => texts.push(words(value).into_bytes().into()),
            Cells::Numbers(numbers) => numbers.push(value.as_i64().ok_or_else(wrong)?),
            Cells::Times(times) => times.push(value.as_str().and_then(|text| Moment::parse(text).ok()).ok_or_else(wrong)?.millis()),
            Cells::Flags(flags) => flags.push(value.as_bool().ok_or_else(wrong)?),
        }
        self.there.push(1);
        Ok(())
    }

    fn write(&mut self, writer: &mut ColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = std::mem::take(&mut self.there);
        let there = Some(there.as_slice());
        match (&mut self.cells, writer) {
            (Cells::Texts(texts), ColumnWriter::ByteArrayColumnWriter(writer)) => {
                writer.write_batch(&std::mem::take(texts), there, None)?
            }
            (Cells::Numbers(numbers) | Cells::Times(numbers), ColumnWriter::Int64ColumnWriter(writer)) => {
                writer.write_batch(&std::mem::take(numbers), there, None)?
            }
            (Cells::Flags(flags), ColumnWriter::BoolColumnWriter(writer)) => writer.write_batch(&std::mem::take(flags), there, None)?,
            _ => return Err(ParquetError::General(format!("column {} has another type in the file", self.name))),
        };
        Ok(())
    }
}

fn words(value: &Value) -> String {
    match as_text(value) {
        Value::String(text) => text,
        plain => plain.to_string(),
    }
}
