package nl.respijt.bericht;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.database.TestDatabase;
import nl.respijt.instellingen.Instellingen.Smtp;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** An outbox on a database of its own, with a clock that stands still until it is moved. */
final class Proefpost implements AutoCloseable, BerichtMaker {
    static final Instant NU = Instant.parse("2026-11-23T08:00:00Z");
    static final String SOORT = "proef";
    static final String BELLEN = "proef-bellen";

    private final TestDatabase database = TestDatabase.vers();
    final HikariDataSource bron = bron(database);
    final Jdbi jdbi = Jdbi.create(bron).installPlugin(new PostgresPlugin());
    final Klok klok = new Klok(Clock.fixed(NU, ZoneOffset.UTC));
    final Wekker wekker = new Wekker();
    final BerichtRepository berichten = new BerichtRepository(jdbi);
    final Postvak postvak = new Postvak(berichten, wekker);
    final BerichtMakers makers = new BerichtMakers(() -> Stream.of(this));
    final Belijst belijst = new Belijst(berichten, makers, wekker, klok);
    final DemoPostvak demoPostvak = new DemoPostvak(jdbi);

    private final Map<UUID, Function<Bericht, Optional<Brief>>> woorden = new ConcurrentHashMap<>();

    private static HikariDataSource bron(TestDatabase database) {
        var eigenschappen = database.eigenschappen();
        var instelling = new HikariConfig();
        instelling.setJdbcUrl(eigenschappen.get("datasources.default.url").toString());
        instelling.setUsername(eigenschappen.get("datasources.default.username").toString());
        instelling.setPassword(eigenschappen.get("datasources.default.password").toString());
        instelling.setMaximumPoolSize(8);
        return new HikariDataSource(instelling);
    }

    static MailInstelling instelling(Optional<Smtp> relay) {
        return new MailInstelling(
                true, "respijt.example", "post@respijt.example", "030 123 45 67", relay, Optional.empty());
    }

    static Smtp relay(int poort) {
        return new Smtp("localhost", poort, Optional.empty());
    }

    /** An instance of the worker; each call is another one on the same outbox. */
    Verzender verzender(Postbode postbode) {
        return new Verzender(berichten, makers, new Opmaak(instelling(Optional.empty())), postbode, wekker, klok);
    }

    Verzender verzender(NukkigeMailserver server) {
        return verzender(new SmtpPostbode("respijt.example", relay(server.poort())));
    }

    Verzender demoVerzender() {
        return verzender(new DemoPostbode(jdbi, klok));
    }

    static NieuwBericht nieuw(UUID ding) {
        return nieuw(ding, 1, NU);
    }

    static NieuwBericht nieuw(UUID ding, int versie, Instant nietVoor) {
        return new NieuwBericht(SOORT, Kanaal.MAIL, ding, versie, "boeking:" + ding, Map.of(), nietVoor);
    }

    static UUID ding() {
        return Id.nieuw(NU);
    }

    static Brief brief(String onderwerp) {
        return brief("Fatma", onderwerp);
    }

    static Brief brief(String naam, String onderwerp) {
        return Brief.van(
                Taal.NL, new Bestemming.PerMail(naam, "fatma@voorbeeld.example"), onderwerp, List.of("Tot dinsdag."));
    }

    /** What is to be said about a thing; without this it is its id. */
    void zeg(UUID ding, Function<Bericht, Optional<Brief>> maker) {
        woorden.put(ding, maker);
    }

    void plaats(NieuwBericht... nieuwe) {
        jdbi.useTransaction(handle -> postvak.plaats(handle, List.of(nieuwe), klok.instant()));
    }

    void later(Duration duur) {
        klok.verschuif(klok.verschuiving().plus(duur));
    }

    String status(UUID ding) {
        return kolom(ding, "status");
    }

    String kolom(UUID ding, String kolom) {
        return jdbi.withHandle(handle -> handle.createQuery("select <kolom> from bericht where ding_id = :ding")
                .define("kolom", kolom)
                .bind("ding", ding)
                .mapTo(String.class)
                .one());
    }

    UUID id(UUID ding) {
        return UUID.fromString(kolom(ding, "id"));
    }

    @Override
    public Set<String> soorten() {
        return Set.of(SOORT, BELLEN);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return woorden.getOrDefault(bericht.dingId(), b -> Optional.of(brief(b.dingId() + " versie " + b.dingVersie())))
                .apply(bericht);
    }

    @Override
    public void close() {
        bron.close();
        database.close();
    }
}
