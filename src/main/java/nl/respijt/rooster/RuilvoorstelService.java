package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.MomentId;
import nl.respijt.database.Transacties;
import nl.respijt.rooster.Ruilvoorstel.Status;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/** Gastheren who swap among themselves; the rules of the roster hold at the moment of the yes. */
@Singleton
public final class RuilvoorstelService {
    static final String GEVRAAGD = "ruil-gevraagd";
    static final String AFGEWEZEN = "ruil-afgewezen";

    /** Further ahead nobody is asked. */
    private static final int WEKEN = 8;

    private final Transacties transacties;
    private final RoosterService rooster;
    private final DienstRepository diensten;
    private final InzetRepository inzet;
    private final Postvak postvak;
    private final Klok klok;

    RuilvoorstelService(
            Transacties transacties,
            RoosterService rooster,
            DienstRepository diensten,
            InzetRepository inzet,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.rooster = rooster;
        this.diensten = diensten;
        this.inzet = inzet;
        this.postvak = postvak;
        this.klok = klok;
    }

    /** What this dienst could be swapped for, the first first: both could do the other's, and said to be able then. */
    public List<Dienst> mogelijk(Dienst eigen) {
        var nu = klok.instant();
        var vraag = DienstVraag.van(nu, Tijdzone.beginVan(klok.vandaag().plusWeeks(WEKEN)));
        return transacties.lees(handle -> {
            var gezegd = inzet.alle(handle);
            return diensten.zoek(handle, vraag).stream()
                    .filter(ander -> ander.isActief()
                            && !ander.isBegonnen(nu)
                            && !ander.gastheer().id().equals(eigen.gastheer().id())
                            && !ander.moment().id().equals(eigen.moment().id())
                            && kan(handle, gezegd, eigen.gastheer(), ander, eigen)
                            && kan(handle, gezegd, ander.gastheer(), eigen, ander))
                    .toList();
        });
    }

    /** Whether this gastheer could do that one instead of the own. */
    private boolean kan(
            Handle handle, Map<GastheerId, Inzet> gezegd, Gastheer gastheer, Dienst ander, Dienst inPlaatsVan) {
        var moment = ander.moment();
        return gastheer.werktIn(moment.bronId())
                && gastheer.isGetraindOp(moment.datum())
                && gezegd.getOrDefault(gastheer.id(), Inzet.VRIJ)
                        .beschikbaarheid()
                        .kan(moment.datum(), moment.dagdeel())
                && diensten.botsing(handle, gastheer.id(), moment)
                        .filter(botsing -> !botsing.id().equals(inPlaatsVan.id()))
                        .isEmpty();
    }

    /** Asks whoever is called so and is on that openstelling; asking the same again is the same as once. */
    public RuilAntwoord stelVoor(Dienst eigen, MomentId moment, String naam) {
        var nu = klok.instant();
        if (!eigen.isActief() || eigen.isBegonnen(nu)) {
            return new RuilAntwoord.TeLaat();
        }
        var voor = mogelijk(eigen).stream()
                .filter(ander -> ander.moment().id().equals(moment)
                        && ander.gastheer().naam().equals(naam))
                .findFirst();
        if (voor.isEmpty()) {
            return new RuilAntwoord.Onbekend();
        }
        transacties.schrijf(handle -> {
            var id = Id.nieuw(nu);
            if (insert(handle, id, eigen, voor.get(), nu)) {
                postvak.plaats(handle, List.of(bericht(GEVRAAGD, id, voor.get().gastheer(), nu)), nu);
            }
            return id;
        });
        return new RuilAntwoord.Gevraagd();
    }

    private static boolean insert(Handle handle, UUID id, Dienst eigen, Dienst voor, Instant nu) {
        return handle.createUpdate("""
                insert into ruilvoorstel (id, dienst_id, voor_id, gastheer_id, aan_id, status, gemaakt_op)
                values (:id, :dienst, :voor, :gastheer, :aan, 'open', :nu)
                on conflict (dienst_id, voor_id) where status = 'open' do nothing
                """)
                        .bind("id", id)
                        .bind("dienst", eigen.id().waarde())
                        .bind("voor", voor.id().waarde())
                        .bind("gastheer", eigen.gastheer().id().waarde())
                        .bind("aan", voor.gastheer().id().waarde())
                        .bind("nu", nu)
                        .execute()
                == 1;
    }

    public Optional<Ruilvoorstel> find(UUID id) {
        return transacties.lees(handle -> handle.createQuery(
                        "select dienst_id, voor_id, status from ruilvoorstel where id = :id")
                .bind("id", id)
                .map((rij, context) -> voorstel(
                        handle,
                        id,
                        new DienstId(rij.getObject("dienst_id", UUID.class)),
                        new DienstId(rij.getObject("voor_id", UUID.class)),
                        Status.valueOf(rij.getString("status").toUpperCase(Locale.ROOT))))
                .findOne());
    }

    private Ruilvoorstel voorstel(Handle handle, UUID id, DienstId dienst, DienstId voor, Status status) {
        var een = diensten.find(handle, dienst).orElseThrow();
        var ander = diensten.find(handle, voor).orElseThrow();
        var kanNog = een.isActief()
                && ander.isActief()
                && !een.isBegonnen(klok.instant())
                && !ander.isBegonnen(klok.instant());
        return new Ruilvoorstel(id, een, ander, status == Status.OPEN && !kanNog ? Status.VERVALLEN : status);
    }

    /** What this gastheer is asked and did not answer, for as long as it can be. */
    public List<Ruilvoorstel> gevraagdAan(GastheerId wie) {
        return transacties
                .lees(handle -> handle.createQuery(
                                "select id from ruilvoorstel where aan_id = :wie and status = 'open' order by gemaakt_op, id")
                        .bind("wie", wie.waarde())
                        .mapTo(UUID.class)
                        .list())
                .stream()
                .flatMap(id -> find(id).stream())
                .filter(voorstel -> voorstel.status() == Status.OPEN)
                .toList();
    }

    /** Of whoever was asked; saying it again is the same as once. */
    public RuilAntwoord antwoord(UUID id, boolean ja) {
        var voorstel = find(id);
        if (voorstel.isEmpty()) {
            return new RuilAntwoord.Onbekend();
        }
        return switch (voorstel.get().status()) {
            case AANVAARD -> new RuilAntwoord.Geruild();
            case AFGEWEZEN -> new RuilAntwoord.Afgewezen();
            case VERVALLEN -> new RuilAntwoord.TeLaat();
            case OPEN -> ja ? ruil(voorstel.get()) : wijsAf(voorstel.get());
        };
    }

    private RuilAntwoord ruil(Ruilvoorstel voorstel) {
        var door = "gastheer-" + voorstel.voor().gastheer().slug();
        return switch (rooster.ruil(voorstel.dienst().id(), voorstel.voor().id(), door)) {
            case RuilResultaat.Geruild _ -> {
                sluit(voorstel, Status.AANVAARD);
                yield new RuilAntwoord.Geruild();
            }
            case Weigering weigering -> new RuilAntwoord.KanNiet(weigering);
            case RuilResultaat.TeLaat _, RuilResultaat.NietsTeRuilen _ -> new RuilAntwoord.TeLaat();
            case RuilResultaat.Onbekend _ -> new RuilAntwoord.Onbekend();
        };
    }

    private RuilAntwoord wijsAf(Ruilvoorstel voorstel) {
        sluit(voorstel, Status.AFGEWEZEN);
        return new RuilAntwoord.Afgewezen();
    }

    private void sluit(Ruilvoorstel voorstel, Status status) {
        var nu = klok.instant();
        transacties.schrijf(handle -> {
            var gesloten = handle.createUpdate("""
                    update ruilvoorstel set status = :status, beantwoord_op = :nu where id = :id and status = 'open'
                    """)
                    .bind("status", status.name().toLowerCase(Locale.ROOT))
                    .bind("nu", nu)
                    .bind("id", voorstel.id())
                    .execute();
            if (gesloten == 1 && status == Status.AFGEWEZEN) {
                postvak.plaats(
                        handle,
                        List.of(bericht(
                                AFGEWEZEN, voorstel.id(), voorstel.dienst().gastheer(), nu)),
                        nu);
            }
            return gesloten;
        });
    }

    private static NieuwBericht bericht(String soort, UUID voorstel, Gastheer aan, Instant nu) {
        return new NieuwBericht(
                soort, aan.kanaal(), voorstel, 0, "gastheer:" + aan.id().waarde(), Map.of(), nu);
    }
}
