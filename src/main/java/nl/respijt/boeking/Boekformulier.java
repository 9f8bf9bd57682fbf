package nl.respijt.boeking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.boeking.BoekingPageController.Formulier;
import nl.respijt.boeking.BoekingPageController.MomentPagina;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** The form of the booking page: read, and shown again with what was typed; of one moment, or of more that begin with it. */
@Singleton
public final class Boekformulier {
    /** What was sent. */
    public sealed interface Gelezen<T> {
        /** Nothing is wrong with it; {@code meer} is what else the form asks. */
        record Goed<T>(Moment moment, BoekVerzoek verzoek, Formulier getypt, T meer, boolean nogEens)
                implements Gelezen<T> {}

        /** The page that says what is wrong. */
        record Terug<T>(HttpResponse<?> pagina) implements Gelezen<T> {}
    }

    private final MomentService momenten;
    private final MomentUitlegger uitleg;
    private final Thuisregel thuisregel;
    private final Paginas paginas;
    private final Klok klok;
    private final Toegang toegang;
    private final Formulierwacht wacht;

    Boekformulier(
            MomentService momenten,
            MomentUitlegger uitleg,
            Thuisregel thuisregel,
            Paginas paginas,
            Klok klok,
            Toegang toegang,
            Formulierwacht wacht) {
        this.momenten = momenten;
        this.uitleg = uitleg;
        this.thuisregel = thuisregel;
        this.paginas = paginas;
        this.klok = klok;
        this.toegang = toegang;
        this.wacht = wacht;
    }

    /**
     * @param meer reads the fields that are no booking's; its faults are shown with the others. {@code nogEens} in what
     *     comes of it says that the {@link Formulierwacht} wants to see the button pressed again.
     */
    public <T> Gelezen<T> lees(HttpRequest<?> verzoek, byte @Nullable [] inhoud, Function<Velden, T> meer) {
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var formulierId = velden.uuid("sleutel").map(UUID::toString);
        velden.negeer(Formulierwacht.LOKVELD, Formulierwacht.STEMPEL);
        var getypt = Formulier.getypt(velden, formulierId, wacht.stempel(velden));
        var gelezen = BoekingInvoer.lees(
                velden,
                sleutel(formulierId.orElse("")),
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER),
                kader.taal());
        var moment = velden.uuid("momentId")
                .flatMap(uuid -> vindbaar(verzoek, new MomentId(uuid)))
                .orElseThrow(NotFoundException::new);
        var ookGelezen = meer.apply(velden);
        var fouten = velden.fouten();
        if (gelezen.verzoek().isEmpty() || formulierId.isEmpty() || !fouten.isEmpty()) {
            return new Gelezen.Terug<>(toon(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, moment, getypt.met(fouten)));
        }
        var nogEens = toegang.makelaar(verzoek).isEmpty() && wacht.vraagtNogEens(velden);
        return new Gelezen.Goed<>(moment, gelezen.verzoek().get(), getypt, ookGelezen, nogEens);
    }

    /** The key of what is asked with this form: sending it twice is sending it once. */
    public static String sleutel(String formulier) {
        return "pagina:" + formulier;
    }

    public HttpResponse<?> leeg(HttpRequest<?> verzoek, Moment moment) {
        return toon(verzoek, HttpStatus.OK, moment, Formulier.leeg(wacht.stempel()));
    }

    /** As it was typed, to change something in it. */
    public HttpResponse<?> zoalsGetypt(HttpRequest<?> verzoek, Moment moment, Formulier getypt) {
        return toon(verzoek, HttpStatus.OK, moment, getypt);
    }

    /** The same form, ready to be sent as a new wish. */
    public HttpResponse<?> weer(HttpRequest<?> verzoek, Moment moment, Formulier getypt, String veld, String melding) {
        return toon(verzoek, HttpStatus.CONFLICT, moment, getypt.opnieuw(List.of(new Fout(veld, melding))));
    }

    /** It cannot be had; this is what comes nearest, with what was typed. */
    HttpResponse<?> anders(
            HttpRequest<?> verzoek, Moment moment, Formulier getypt, List<Moment> alternatieven, String waarom) {
        return toon(
                verzoek,
                HttpStatus.CONFLICT,
                MomentPagina.van(
                                moment,
                                getypt.opnieuw(List.of()), // the next choice is another wish
                                alternatieven,
                                waarom,
                                toegang.makelaar(verzoek).isPresent(),
                                moment.vrij())
                        .met(uitleg.bij(moment, paginas.kader(verzoek).t())));
    }

    /** This household had all of that year. */
    HttpResponse<?> tegoedOp(HttpRequest<?> verzoek, Moment moment, Formulier getypt, Tegoed tegoed) {
        var pagina = MomentPagina.van(
                moment,
                getypt.opnieuw(List.of()),
                List.of(),
                "boeking.tegoed-op",
                toegang.makelaar(verzoek).isPresent(),
                moment.vrij());
        return toon(verzoek, HttpStatus.CONFLICT, pagina.met(tegoed));
    }

    /** What the page of this moment shows; what is left of a tegoed only to a carer who is signed in. */
    public MomentPagina pagina(HttpRequest<?> verzoek, Moment moment, Formulier formulier) {
        var waarom = waarom(moment);
        var pagina = MomentPagina.van(
                        moment,
                        formulier,
                        waarom.isEmpty() ? List.of() : momenten.alternatieven(moment, 1),
                        waarom,
                        toegang.makelaar(verzoek).isPresent(),
                        moment.vrij())
                .met(uitleg.bij(moment, paginas.kader(verzoek).t()))
                .voor(voorWie(moment), kan(moment));
        return moment.soort() == Soort.THUIS
                ? ingelogd(verzoek)
                        .flatMap(wie -> thuisregel.tegoed(wie, moment))
                        .map(pagina::met)
                        .orElse(pagina)
                : pagina;
    }

    /** The carer who is signed in, if there is one. */
    public Optional<MantelzorgerId> ingelogd(HttpRequest<?> verzoek) {
        return toegang.van(verzoek)
                .filter(wie -> wie.rol() == Rol.MANTELZORGER)
                .flatMap(Aanmelding::persoonId)
                .map(MantelzorgerId::new);
    }

    private HttpResponse<?> toon(HttpRequest<?> verzoek, HttpStatus status, Moment moment, Formulier formulier) {
        return toon(verzoek, status, pagina(verzoek, moment, formulier));
    }

    private HttpResponse<?> toon(HttpRequest<?> verzoek, HttpStatus status, MomentPagina pagina) {
        var kader =
                paginas.kader(verzoek).opPad("/momenten/" + pagina.moment().id().waarde());
        return paginas.toon(status, verzoek, kader, "boeking/moment", pagina);
    }

    private List<Voor> voorWie(Moment moment) {
        return moment.soort() == Soort.THUIS
                ? thuisregel.voorWie(moment).stream().sorted().toList()
                : List.of();
    }

    private Set<Vaardigheid> kan(Moment moment) {
        return moment.soort() == Soort.THUIS ? thuisregel.kan(moment) : Set.of();
    }

    private String waarom(Moment moment) {
        if (moment.vervallen()) {
            return "boeking.vervallen";
        }
        if (moment.voorbehoud()) {
            return "boeking.voorbehoud";
        }
        if (moment.isBegonnen(klok.instant())) {
            return "boeking.begonnen";
        }
        return moment.vrij() == 0 ? "boeking.vol" : "";
    }

    /** What a closed group does is not there for strangers; the makelaar books whoever belongs to it. */
    Optional<Moment> vindbaar(HttpRequest<?> verzoek, MomentId id) {
        return toegang.makelaar(verzoek).isPresent() ? momenten.find(id) : momenten.findOpenbaar(id);
    }
}
