package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.boeking.Zoekdeel;
import nl.respijt.kluis.Kluis;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class AanmeldingRepository {
    /** The table and column to which what is encrypted is bound. */
    private static final String KOLOM = "aanmelding.versleuteld";

    private final Kluis kluis;

    AanmeldingRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    void insert(Handle handle, Verblijfsaanmelding wie, Intake intake, Instant begonnenOp, String door) {
        handle.createUpdate("""
                insert into aanmelding (id, mantelzorger_id, code, naam, email, telefoon, taal, status, urgentie, van, tot,
                                        flexibele_dagen, wmo, wmo_nachten, versleuteld, door,
                                        begonnen_op, aangemaakt_op, gewijzigd_op)
                values (:id, :wie, :code, :naam, :email, :telefoon, :taal, :status, :urgentie, :van, :tot,
                        :flexibel, :wmo, :wmoNachten, :versleuteld, :door,
                        least(cast(:begonnenOp as timestamptz), :nu), :nu, :nu)
                """)
                .bind("id", wie.id())
                .bind("wie", wie.mantelzorger().waarde())
                .bind("code", wie.code())
                .bind("naam", wie.naam())
                .bind("email", wie.contact().email())
                .bind("telefoon", wie.contact().telefoon())
                .bind("taal", wie.taal().code())
                .bind("status", wie.status().woord())
                .bind("urgentie", wie.urgentie().woord())
                .bind("van", wie.verblijf().van())
                .bind("tot", wie.verblijf().tot())
                .bind("flexibel", intake.flexibeleDagen())
                .bind("wmo", wie.wmo().woord())
                .bind("wmoNachten", wie.wmoNachten())
                .bind("versleuteld", kluis.verberg(handle, wie.mantelzorger().waarde(), wie.id(), KOLOM, tekst(intake)))
                .bind("door", door)
                .bind("begonnenOp", begonnenOp)
                .bind("nu", wie.aangemaaktOp())
                .execute();
    }

    /** Each answer and wish on a line of its own, its name before the first colon. */
    private static String tekst(Intake intake) {
        var regels = new ArrayList<String>();
        intake.antwoorden().forEach((vraag, antwoord) -> regels.add(vraag.woord() + ":" + antwoord));
        var wensen = intake.wensen();
        wensen.wijk().ifPresent(wijk -> regels.add("wijk:" + wijk));
        wensen.taal().ifPresent(taal -> regels.add("taal:" + taal));
        regels.add("eigenBadkamer:" + wensen.eigenBadkamer());
        regels.add("mantelzorgerMee:" + wensen.mantelzorgerMee());
        regels.add("proefnacht:" + wensen.proefnacht());
        wensen.opmerking().ifPresent(opmerking -> regels.add("opmerking:" + opmerking));
        return String.join("\n", regels);
    }

    private static Map<String, String> lees(String tekst) {
        var gelezen = new HashMap<String, String>();
        tekst.lines().forEach(regel -> {
            var dubbelePunt = regel.indexOf(':');
            gelezen.put(regel.substring(0, dubbelePunt), regel.substring(dubbelePunt + 1));
        });
        return gelezen;
    }

    Optional<Verblijfsaanmelding> find(Handle handle, UUID id) {
        return find(handle, id, "");
    }

    /** Nobody else takes a step with it until the end of the transaction. */
    Optional<Verblijfsaanmelding> metSlot(Handle handle, UUID id) {
        return find(handle, id, " for update");
    }

    private static Optional<Verblijfsaanmelding> find(Handle handle, UUID id, String slot) {
        return handle.createQuery("select * from aanmelding where id = :id and gewist_op is null" + slot)
                .bind("id", id)
                .map(AanmeldingRepository::aanmelding)
                .findOne();
    }

    /** By id; without those that were wiped. */
    Map<UUID, Verblijfsaanmelding> alle(Handle handle, Collection<UUID> ids) {
        return handle
                .createQuery("select * from aanmelding where id = any (:ids) and gewist_op is null")
                .bindArray("ids", UUID.class, ids)
                .map(AanmeldingRepository::aanmelding)
                .stream()
                .collect(Collectors.toMap(Verblijfsaanmelding::id, aanmelding -> aanmelding));
    }

    /** What is not over yet, of one person: houses can answer, or a stay is to come. */
    List<Verblijfsaanmelding> lopende(Handle handle, MantelzorgerId wie, LocalDate vandaag) {
        return handle.createQuery("""
                select * from aanmelding a
                where mantelzorger_id = :wie and gewist_op is null
                  and (status in ('ingediend', 'uitgezet', 'aangeboden')
                       or status = 'verblijft'
                       or (status in ('geaccepteerd', 'bevestigd')
                           and exists (select from aanbieding b where b.aanmelding_id = a.id and b.status = 'aanvaard'
                                       and b.tot > :vandaag)))
                order by aangemaakt_op, id
                """)
                .bind("wie", wie.waarde())
                .bind("vandaag", vandaag)
                .map(AanmeldingRepository::aanmelding)
                .list();
    }

    /** Those with this in the name, the address, the phone number or the code; the newest first. */
    List<Verblijfsaanmelding> zoek(Handle handle, Zoekdeel deel, int hoogstens) {
        return handle.createQuery("""
                select * from aanmelding
                where gewist_op is null
                  and (naam ilike :deel or email ilike :deel or code ilike :deel
                       or (:cijfers <> '' and telefoon like '%' || :cijfers || '%'))
                order by aangemaakt_op desc, id limit :hoogstens
                """)
                .bind("deel", deel.patroon())
                .bind("cijfers", deel.cijfers())
                .bind("hoogstens", hoogstens)
                .map(AanmeldingRepository::aanmelding)
                .list();
    }

    Optional<Verblijfsaanmelding> laatste(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select * from aanmelding where mantelzorger_id = :wie and gewist_op is null
                order by aangemaakt_op desc, id limit 1
                """)
                .bind("wie", wie.waarde())
                .map(AanmeldingRepository::aanmelding)
                .findOne();
    }

    /** How many the one of these people who has most has open. */
    int meesteOpen(Handle handle, List<UUID> mensen) {
        return handle.createQuery("""
                select coalesce(max(aantal), 0) from (
                    select count(*) as aantal from aanmelding
                    where mantelzorger_id = any (:mensen) and status in ('ingediend', 'uitgezet', 'aangeboden')
                    group by mantelzorger_id) per_mens
                """)
                .bindArray("mensen", UUID.class, mensen)
                .mapTo(Integer.class)
                .one();
    }

    /** Open, and the last nights that were looked at for them are over. */
    List<UUID> voorbij(Handle handle, LocalDate voor) {
        return handle.createQuery("""
                select id from aanmelding
                where status in ('ingediend', 'uitgezet', 'aangeboden') and tot < :voor and gewist_op is null
                """).bind("voor", voor).mapTo(UUID.class).list();
    }

    /** What they answered; empty once it was wiped. */
    Optional<Intake> intake(Handle handle, UUID id) {
        return handle.createQuery("select * from aanmelding where id = :id and versleuteld is not null")
                .bind("id", id)
                .map((rij, _) -> intake(handle, rij))
                .findOne()
                .flatMap(intake -> intake);
    }

    private Optional<Intake> intake(Handle handle, ResultSet rij) throws SQLException {
        var urgentie = Urgentie.valueOf(rij.getString("urgentie").toUpperCase(Locale.ROOT));
        var verblijf = new Verblijf(rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class));
        var flexibel = rij.getInt("flexibele_dagen");
        return kluis.toon(
                        handle,
                        rij.getObject("mantelzorger_id", UUID.class),
                        rij.getObject("id", UUID.class),
                        KOLOM,
                        rij.getBytes("versleuteld"))
                .map(AanmeldingRepository::lees)
                .map(gelezen -> {
                    var antwoorden = new HashMap<Regel, String>();
                    Regel.vragen()
                            .forEach(vraag -> Optional.ofNullable(gelezen.get(vraag.woord()))
                                    .ifPresent(antwoord -> antwoorden.put(vraag, antwoord)));
                    return new Intake(
                            antwoorden,
                            urgentie,
                            verblijf,
                            flexibel,
                            // What the gemeente decided is of no house's business.
                            Wmo.WEET_NIET,
                            OptionalInt.empty(),
                            new Wensen(
                                    Optional.ofNullable(gelezen.get("wijk")),
                                    Optional.ofNullable(gelezen.get("taal")),
                                    Boolean.parseBoolean(gelezen.get("eigenBadkamer")),
                                    Boolean.parseBoolean(gelezen.get("mantelzorgerMee")),
                                    Boolean.parseBoolean(gelezen.get("proefnacht")),
                                    Optional.ofNullable(gelezen.get("opmerking"))));
                });
    }

    /** @return how it is from now on */
    Verblijfsaanmelding wordt(Handle handle, UUID id, Status status, int wmoGebruikt, Instant nu) {
        handle.createUpdate("""
                update aanmelding set status = :status, wmo_gebruikt = :gebruikt, versie = versie + 1, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", id)
                .bind("status", status.woord())
                .bind("gebruikt", wmoGebruikt)
                .bind("nu", nu)
                .execute();
        return find(handle, id).orElseThrow();
    }

    void besluit(Handle handle, UUID id, Wmotermijn termijn, OptionalInt nachten, Instant nu) {
        handle.createUpdate("""
                update aanmelding
                set wmo = :wmo, wmo_nachten = :nachten, wmo_melding_op = :melding, wmo_aanvraag_op = :aanvraag,
                    wmo_besluit_op = :besluit, versie = versie + 1, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", id)
                .bind("wmo", termijn.stand().woord())
                .bind("nachten", nachten)
                .bind("melding", termijn.melding())
                .bind("aanvraag", termijn.aanvraag())
                .bind("besluit", termijn.besluit())
                .bind("nu", nu)
                .execute();
    }

    Wmotermijn termijn(Handle handle, UUID id) {
        return handle.createQuery(
                        "select wmo, wmo_melding_op, wmo_aanvraag_op, wmo_besluit_op from aanmelding where id = :id")
                .bind("id", id)
                .map((rij, _) -> new Wmotermijn(
                        Wmostand.van(rij.getString("wmo")),
                        Optional.ofNullable(rij.getObject("wmo_melding_op", LocalDate.class)),
                        Optional.ofNullable(rij.getObject("wmo_aanvraag_op", LocalDate.class)),
                        Optional.ofNullable(rij.getObject("wmo_besluit_op", LocalDate.class))))
                .one();
    }

    /** Spoed first, then who began first. */
    static final String WIE_WACHT_EERST = "urgentie = 'nu' desc, begonnen_op, id";

    /** Of what is done, who would read the first of years ago? */
    static final String NIEUWSTE_EERST = "gewijzigd_op desc, id";

    /** So far; each with when the first question was answered. */
    List<Begonnen> lijst(Handle handle, Collection<Status> standen, String volgorde, int hoogstens) {
        return handle.createQuery("""
                        select * from aanmelding where status = any (:standen) and gewist_op is null
                        order by %s limit :hoogstens
                        """.formatted(volgorde))
                .bindArray(
                        "standen",
                        String.class,
                        standen.stream().map(Status::woord).toList())
                .bind("hoogstens", hoogstens)
                .map((rij, context) -> new Begonnen(
                        aanmelding(rij, context),
                        rij.getObject("begonnen_op", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** With when the first question was answered. */
    record Begonnen(Verblijfsaanmelding aanmelding, Instant op) {}

    Instant begonnen(Handle handle, UUID id) {
        return handle.createQuery("select begonnen_op from aanmelding where id = :id")
                .bind("id", id)
                .mapTo(Instant.class)
                .one();
    }

    /** One more who was shown this road. */
    void telDoorverwijzing(Handle handle, LocalDate dag, String route) {
        handle.createUpdate("""
                insert into doorverwijzing (dag, route, aantal) values (:dag, :route, 1)
                on conflict (dag, route) do update set aantal = doorverwijzing.aantal + 1
                """).bind("dag", dag).bind("route", route).execute();
    }

    private static Verblijfsaanmelding aanmelding(ResultSet rij, StatementContext context) throws SQLException {
        var email = Optional.ofNullable(rij.getString("email"));
        var telefoon = Optional.ofNullable(rij.getString("telefoon"));
        var nachten = Optional.ofNullable(rij.getObject("wmo_nachten", Integer.class));
        return new Verblijfsaanmelding(
                rij.getObject("id", UUID.class),
                new MantelzorgerId(rij.getObject("mantelzorger_id", UUID.class)),
                rij.getString("code"),
                rij.getString("naam"),
                new Contact(email, telefoon),
                Taal.van(rij.getString("taal")).orElse(Taal.NL),
                Status.valueOf(rij.getString("status").toUpperCase(Locale.ROOT)),
                Urgentie.valueOf(rij.getString("urgentie").toUpperCase(Locale.ROOT)),
                new Verblijf(rij.getObject("van", LocalDate.class), rij.getObject("tot", LocalDate.class)),
                Wmostand.van(rij.getString("wmo")),
                nachten.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                rij.getInt("wmo_gebruikt"),
                rij.getInt("versie"),
                rij.getObject("aangemaakt_op", OffsetDateTime.class).toInstant());
    }
}
