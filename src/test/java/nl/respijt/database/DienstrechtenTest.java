package nl.respijt.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.respijt.Respijt;
import nl.respijt.instellingen.Instellingen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database user of the service may, and above all may not. */
final class DienstrechtenTest {
    private static final String GEEN_RECHT = "42501";
    private static final String GEWEIGERD_DOOR_TREKKER = "23001";

    private final Proefdienst dienst = Proefdienst.gedeeld();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update inzage set reden = 'anders'",
                "delete from inzage",
                "truncate inzage",
                "drop table inzage",
                "alter table inzage disable trigger all",
                "drop trigger inzage_blijft on inzage",
                "delete from inzage_dag",
                "create table van_de_dienst (id int)",
                "drop table boeking",
                "alter table boeking add column bsn text",
                "truncate boeking",
                "create function van_de_dienst() returns int language sql as 'select 1'",
                "delete from flyway_schema_history",
                "create role van_de_dienst",
                "set role respijt"
            })
    void the_service_is_refused(String opdracht) throws SQLException {
        try (var verbinding = dienst.bean(DataSource.class).getConnection()) {
            assertThatThrownBy(() -> voerUit(verbinding, opdracht))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            fout -> assertThat(fout.getSQLState()).isEqualTo(GEEN_RECHT));
        }
    }

    @Test
    void the_service_owns_nothing() throws SQLException {
        try (var verbinding = dienst.bean(DataSource.class).getConnection();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery("""
                        select current_user, (select count(*) from pg_class where relowner = current_user::regrole),
                               (select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user)
                        """)) {
            rijen.next();
            assertThat(rijen.getString(1)).isEqualTo(EmbeddedPostgres.DIENST);
            assertThat(rijen.getInt(2)).isZero();
            assertThat(rijen.getBoolean(3)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update inzage set reden = 'anders'", "delete from inzage", "truncate inzage"})
    void the_owner_cannot_change_what_was_seen_either(String opdracht) throws SQLException {
        try (var database = TestDatabase.vers();
                var eigenaar = database.verbinding()) {
            voerUit(eigenaar, regel("current_date"));

            assertThatThrownBy(() -> voerUit(eigenaar, opdracht))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            fout -> assertThat(fout.getSQLState()).isEqualTo(GEWEIGERD_DOOR_TREKKER));
        }
    }

    @Test
    void what_is_five_years_old_can_go_and_nothing_younger() throws SQLException {
        try (var database = TestDatabase.vers();
                var eigenaar = database.verbinding()) {
            voerUit(eigenaar, regel("current_date - 1827"));
            voerUit(eigenaar, regel("current_date - 1800"));

            try (var vraag = eigenaar.createStatement();
                    var rijen =
                            vraag.executeQuery("select inzage_vergeet(current_date), (select count(*) from inzage)")) {
                rijen.next();
                assertThat(rijen.getLong(1)).isEqualTo(1);
            }
            assertThatThrownBy(() -> voerUit(eigenaar, "delete from inzage")).isInstanceOf(SQLException.class);
        }
    }

    /** As on a server of the operator's own: an owner and a user that were made by hand. */
    @Test
    void a_server_with_an_owner_gives_the_service_its_rows_and_no_more() throws SQLException {
        try (var database = TestDatabase.leeg();
                var beheer = database.verbinding()) {
            voerUit(beheer, """
                    do $$ begin
                        if not exists (select 1 from pg_roles where rolname = 'proef_eigenaar') then
                            create role proef_eigenaar login password 'e'; create role proef_dienst login password 'd';
                        end if;
                        execute format('grant create on database %I to proef_eigenaar', current_database());
                        grant create, usage on schema public to proef_eigenaar;
                    end $$
                    """);
            var instellingen = Instellingen.lees(
                    List.of("--data", "target/proefdienst"),
                    Map.of(
                            "RESPIJT_DB_URL", beheer.getMetaData().getURL(),
                            "RESPIJT_DB_USER", "proef_dienst",
                            "RESPIJT_DB_PASSWORD", "d",
                            "RESPIJT_DB_EIGENAAR", "proef_eigenaar",
                            "RESPIJT_DB_EIGENAAR_PASSWORD", "e"));
            try (var server = Database.open(instellingen);
                    var context = Respijt.bouwer(instellingen, server)
                            .environments("test")
                            .environmentPropertySource(false)
                            .start();
                    var verbinding = context.getBean(DataSource.class).getConnection()) {
                assertThatCode(() -> voerUit(verbinding, "select * from boeking"))
                        .doesNotThrowAnyException();
                assertThatCode(() -> voerUit(verbinding, regel("current_date"))).doesNotThrowAnyException();
                for (var opdracht : List.of("delete from inzage", "create table van_de_dienst (id int)")) {
                    assertThatThrownBy(() -> voerUit(verbinding, opdracht))
                            .isInstanceOfSatisfying(
                                    SQLException.class,
                                    fout -> assertThat(fout.getSQLState()).isEqualTo(GEEN_RECHT));
                }
            }
            voerUit(beheer, "drop owned by proef_eigenaar, proef_dienst");
        }
    }

    private static String regel(String dag) {
        return """
                insert into inzage (dag, nummer, op, gebeurtenis, actor, naam, rol, organisatie, betrokkene, object,
                                    handeling, grond, verzoek, vorige, hash)
                values (%s, (select count(*) + 1 from inzage), now(), 'gelezen', 'a', 'A', 'makelaar', 'K',
                        gen_random_uuid(), 'afspraak', 'X', 'eigen-werk', gen_random_uuid(), '', '')
                """.formatted(dag);
    }

    private static void voerUit(Connection verbinding, String opdracht) throws SQLException {
        try (var statement = verbinding.createStatement()) {
            statement.execute(opdracht);
        }
    }
}
