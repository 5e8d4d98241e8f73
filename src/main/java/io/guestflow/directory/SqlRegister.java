package io.guestflow.directory;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Page;
import io.guestflow.guest.Register;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries of one table: a page, or a count, with one statement. */
class SqlRegister<T> implements Register<T> {

    private final JdbcClient jdbc;
    private final Table table;
    private final RowMapper<T> entry;

    SqlRegister(JdbcClient jdbc, Table table, RowMapper<T> entry) {
        this.jdbc = jdbc;
        this.table = table;
        this.entry = entry;
    }

    @Override
    public Page<T> find(Listing listing) {
        var parameters = new Parameters();
        var keyset = new Keyset(table, listing.orders());
        String behind = listing.after() == null ? "" : " and (" + keyset.behind(listing.after(), parameters) + ")";
        String sql = "select " + table.select() + ", " + keyset.select() + from(listing.condition(), parameters) + behind
                + " order by " + keyset.orderBy() + " limit " + (listing.limit() + 1);
        List<Placed<T>> found = jdbc.sql(sql).params(parameters.values())
                .query((row, number) -> new Placed<>(entry.mapRow(row, number), keyset.placeOf(row))).list();
        boolean more = found.size() > listing.limit();
        List<Placed<T>> shown = more ? found.subList(0, listing.limit()) : found;
        return new Page<>(shown.stream().map(Placed::entry).toList(), more ? shown.get(shown.size() - 1).place() : null,
                listing.counted() ? count(listing.condition()) : null);
    }

    @Override
    public long count(Condition condition) {
        var parameters = new Parameters();
        return jdbc.sql("select count(*)" + from(condition, parameters)).params(parameters.values()).query(Long.class).single();
    }

    private String from(Condition condition, Parameters parameters) {
        return " from " + table.from() + " where " + table.where() + " and (" + new ConditionSql(table, parameters).of(condition) + ")";
    }

    private record Placed<T>(T entry, Listing.Place place) {
    }
}
