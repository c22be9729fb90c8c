package opsis.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the columns that several tables share, and posts. */
final class Rows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Media>> MEDIA = new TypeReference<>() { };

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Double optionalDouble(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    static Long optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** A picture column that must not be null keeps '' for none. */
    static String picture(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null || value.isEmpty() ? null : value;
    }

    static String json(Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new StorageException("a value could not be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Post post(ResultSet row) throws SQLException {
        String id = row.getString("id");
        try {
            String linkCard = row.getString("link_card");
            return new Post(id, row.getString("platform"), row.getString("url"), author(row), row.getString("text"),
                    row.getString("language"), instant(row, "created_at"),
                    JSON.readValue(row.getString("media"), MEDIA),
                    linkCard == null ? null : JSON.readValue(linkCard, LinkCard.class), counters(row),
                    row.getString("label"));
        } catch (JsonProcessingException e) {
            throw new StorageException("the media or link card of the stored post " + id
                    + " is not readable; restore the database from a backup", e);
        }
    }

    private static Author author(ResultSet row) throws SQLException {
        Author author = new Author(row.getString("author_handle"), row.getString("author_name"),
                row.getString("author_avatar"));
        return author.equals(new Author(null, null, null)) ? null : author;
    }

    private static Counters counters(ResultSet row) throws SQLException {
        Counters counters = new Counters(optionalLong(row, "replies"), optionalLong(row, "reposts"),
                optionalLong(row, "likes"));
        return counters.equals(new Counters(null, null, null)) ? null : counters;
    }
}
