package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Asking gastheren to step in, and what they answer. The first to say yes has it: the row of the search decides who. */
@Singleton
public final class DekkingService {
    /**
     * What somebody is asked, as it is now.
     *
     * @param heeft this gastheer is on it, by saying yes or otherwise; who said yes may have dropped out since
     * @param zeiNee what they answered
     * @param open an answer still counts
     */
    public record Aanvraag(UUID vraag, Gastheer gastheer, Moment moment, boolean heeft, boolean zeiNee, boolean open) {}

    private final Transacties transacties;
    private final DekkingRepository dekkingen;
    private final DekkingZoeker zoeker;
    private final DienstRepository diensten;
    private final GastheerRepository gastheren;
    private final Dienstboek boek;
    private final RoosterService rooster;
    private final Gevolgen gevolgen;
    private final Klok klok;

    DekkingService(
            Transacties transacties,
            DekkingRepository dekkingen,
            DekkingZoeker zoeker,
            DienstRepository diensten,
            GastheerRepository gastheren,
            Dienstboek boek,
            RoosterService rooster,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.dekkingen = dekkingen;
        this.zoeker = zoeker;
        this.diensten = diensten;
        this.gastheren = gastheren;
        this.boek = boek;
        this.rooster = rooster;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** domain.md: without a trained host 48 hours before it begins, an openstelling is in danger. */
    public static boolean isInGevaar(Moment moment, Instant nu) {
        return DekkingTijden.haast(nu, moment.tijdvak().van());
    }

    /** The newest search of each of these openstellingen. */
    public Map<UUID, Dekking> van(Collection<UUID> momenten) {
        return transacties.lees(handle -> dekkingen.laatste(handle, momenten));
    }

    /** The search that runs for this openstelling. */
    public Optional<Dekking> lopende(MomentId moment) {
        return transacties
                .lees(handle -> dekkingen.laatste(handle, moment.waarde()))
                .filter(dekking -> dekking.status() == Dekking.Status.LOOPT);
    }

    /** Empty for a question that is not there, or to somebody who is forgotten. */
    public Optional<Aanvraag> find(UUID vraag) {
        return transacties.lees(handle -> find(handle, vraag));
    }

    private Optional<Aanvraag> find(Handle handle, UUID id) {
        return dekkingen.vraag(handle, id).flatMap(vraag -> {
            var dekking = dekkingen.find(handle, vraag.dekkingId()).orElseThrow();
            var moment =
                    diensten.moment(handle, new MomentId(dekking.momentId())).orElseThrow();
            return gastheren
                    .find(handle, new GastheerId(vraag.gastheerId()))
                    .map(gastheer -> new Aanvraag(
                            id,
                            gastheer,
                            moment,
                            diensten.staatOp(handle, gastheer.id(), moment.id()),
                            vraag.vraag().ja().filter(ja -> !ja).isPresent(),
                            dekking.status() == Dekking.Status.LOOPT && !moment.isBegonnen(klok.instant())));
        });
    }

    /** Saying it again is the same as once; after a no, yes is still welcome. */
    public InvalResultaat antwoord(UUID vraag, boolean ja) {
        try {
            return probeer(vraag, ja);
        } catch (JdbiException fout) {
            if (!DienstRepository.isDubbel(fout)) {
                throw fout;
            }
            return probeer(vraag, ja); // another dienst came at the same instant; now it is there to be seen
        }
    }

    private InvalResultaat probeer(UUID vraag, boolean ja) {
        var resultaat = transacties.schrijf(handle -> find(handle, vraag)
                .map(aanvraag -> antwoord(handle, aanvraag, ja, klok.instant()))
                .orElseGet(InvalResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    /** In the order of every change: the moment (held by {@link #find}), the gastheer, then the search. */
    private InvalResultaat antwoord(Handle handle, Aanvraag gezien, boolean ja, Instant nu) {
        var moment = gezien.moment();
        var gastheer = gastheren.findVoorWijziging(handle, gezien.gastheer().id());
        var dekking = dekkingen.lopendeVoorWijziging(handle, moment.id());
        var aanvraag = find(handle, gezien.vraag());
        if (gastheer.isEmpty() || aanvraag.isEmpty()) {
            return new InvalResultaat.Onbekend();
        }
        if (aanvraag.get().heeft()) {
            return new InvalResultaat.Gekregen(moment);
        }
        if (dekking.isEmpty() || !aanvraag.get().open()) {
            return new InvalResultaat.AlGeregeld(moment);
        }
        if (!ja) {
            dekkingen.antwoord(handle, gezien.vraag(), false, nu);
            vraagMeteenVerder(handle, moment, nu);
            return new InvalResultaat.Genoteerd(moment);
        }
        var weigering = rooster.weigering(handle, gastheer.get(), moment);
        if (weigering.isPresent()) {
            return new InvalResultaat.KanNiet(moment, weigering.get());
        }
        dekkingen.antwoord(handle, gezien.vraag(), true, nu);
        boek.begin(handle, moment, gastheer.get(), "gastheer-" + gastheer.get().slug(), nu);
        return new InvalResultaat.Gekregen(moment);
    }

    /** When all who were asked said no, there is nothing to wait for. */
    private void vraagMeteenVerder(Handle handle, Moment moment, Instant nu) {
        dekkingen
                .lopendeVoorWijziging(handle, moment.id())
                .filter(dekking -> !dekking.niemandMeer()
                        && dekking.vragen().stream()
                                .allMatch(vraag -> vraag.ja().isPresent()))
                .ifPresent(dekking -> zoeker.vraagVolgenden(handle, moment, dekking, nu));
    }

    /** All that is due: the next are asked, and what has begun is looked for no longer. */
    public void voerUit() {
        while (transacties.schrijf(this::volgende)) {
            gevolgen.na();
        }
    }

    private boolean volgende(Handle handle) {
        var nu = klok.instant();
        var id = dekkingen.neemVolgende(handle, nu);
        id.flatMap(momentId -> diensten.moment(handle, momentId))
                .ifPresent(moment -> dekkingen
                        .lopendeVoorWijziging(handle, moment.id())
                        .ifPresent(dekking -> {
                            if (moment.vervallen()) {
                                zoeker.naAfgelasting(handle, moment, nu);
                            } else if (moment.isBegonnen(nu)) {
                                zoeker.naBegin(handle, dekking, nu);
                            } else {
                                zoeker.vraagVolgenden(handle, moment, dekking, nu);
                            }
                        }));
        return id.isPresent();
    }
}
