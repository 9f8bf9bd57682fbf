package nl.respijt.kortverblijf.intake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.VerblijfSleutels;
import nl.respijt.kortverblijf.intake.Concept.Weg;
import nl.respijt.kortverblijf.intake.Concepten.MailResultaat;
import nl.respijt.kortverblijf.intake.Concepten.Stand;
import nl.respijt.kortverblijf.intake.Concepten.VerstuurResultaat;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Netwerk;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/**
 * The intake for a stay, one question a page: each page one POST, and then the next. What was answered is kept with every
 * page, so that somebody can stop at any of them and go on with the link or the code. A makelaar walks the same pages for who
 * calls.
 */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class IntakePageController {
    private static final String BEGIN = "/logeren";
    private static final int MAX_GETYPT = 254;

    /**
     * The first page.
     *
     * @param getypt the code that was not right
     * @param verder of a carer who is signed in, where they were
     * @param eerder of a carer who is signed in, the page of their last intake, whose answers can be used again
     */
    public record StartPagina(Getypt getypt, boolean makelaar, Optional<String> verder, Optional<String> eerder) {}

    /**
     * One question.
     *
     * @param nummer the how-manieth of {@code totaal}; nothing of it is said where one answer is changed
     * @param verandert everything was answered, and this answer is looked at again
     * @param terug where the page before is
     */
    public record VraagPagina(
            Concept concept,
            Stap stap,
            int nummer,
            int totaal,
            boolean verandert,
            String pad,
            String terug,
            Getypt getypt,
            boolean makelaar,
            LocalDate vandaag,
            List<String> wijken,
            List<String> talen) {
        /** What stands in a field: what was typed, else what was answered before. */
        public String waarde(String veld) {
            return getypt.waarden().isEmpty() ? concept.antwoord(veld) : getypt.waarde(veld, "");
        }
    }

    /** Everything that was answered, to look at before it is sent. */
    public record ControlePagina(Concept concept, String pad, boolean voorbij, Getypt getypt, boolean makelaar) {}

    /** Another law pays. */
    public record WegPagina(Weg weg, String pad, Stap vraag) {}

    /** How to go on later; {@code klaar} says what became of the mail, empty when none was asked for. */
    public record LaterPagina(Concept concept, String pad, String url, String klaar, long dagen) {}

    /** Asks whether all that was answered may go. */
    public record GooiWegPagina(String pad) {}

    private final Concepten concepten;
    private final ConceptSleutels sleutels;
    private final Aanmeldingen aanmeldingen;
    private final VerblijfSleutels aanmeldSleutels;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Gemeente gemeente;
    private final Paginas paginas;
    private final Klok klok;

    IntakePageController(
            Concepten concepten,
            ConceptSleutels sleutels,
            Aanmeldingen aanmeldingen,
            VerblijfSleutels aanmeldSleutels,
            Inzageboek inzageboek,
            Toegang toegang,
            Gemeente gemeente,
            Paginas paginas,
            Klok klok) {
        this.concepten = concepten;
        this.sleutels = sleutels;
        this.aanmeldingen = aanmeldingen;
        this.aanmeldSleutels = aanmeldSleutels;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.gemeente = gemeente;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get(BEGIN)
    HttpResponse<?> start(HttpRequest<?> verzoek) {
        return start(verzoek, HttpStatus.OK, Getypt.NIETS);
    }

    private HttpResponse<?> start(HttpRequest<?> verzoek, HttpStatus status, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(BEGIN),
                "intake/start",
                new StartPagina(
                        getypt,
                        isMakelaar(verzoek),
                        ingelogd(verzoek)
                                .flatMap(wie -> concepten.van(wie).stream().findFirst())
                                .map(concept -> sleutels.pad(concept.id())),
                        ingelogd(verzoek)
                                .flatMap(aanmeldingen::laatste)
                                .map(aanmelding -> aanmeldSleutels.pad(aanmelding.id()))));
    }

    @Mag(Handeling.BOEKEN)
    @Post(BEGIN)
    @Consumes("*/*")
    HttpResponse<?> begin(HttpRequest<?> verzoek) {
        var taal = paginas.taal(verzoek);
        var concept = ingelogd(verzoek)
                .map(wie -> concepten.begin(wie, toegang.wie(verzoek).naam(), taal))
                .orElseGet(() -> concepten.begin(taal, door(verzoek)));
        return naar(sleutels.pad(concept.id()) + "/" + Stap.WIE.woord());
    }

    /** With the code, and for who is no makelaar also the address or the number that stands in it. */
    @Mag(Handeling.BOEKEN)
    @Post(BEGIN + "/verder")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verder(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = Invoer.formulier(inhoud, paginas.kader(verzoek).t());
        var code = velden.tekst("code", MAX_GETYPT);
        var contact = velden.nummer("contact", MAX_GETYPT);
        if (velden.isLeeg("code")) {
            velden.fout("code", "intake.geen-code");
        }
        if (velden.isLeeg("contact") && !isMakelaar(verzoek)) {
            velden.fout("contact", "intake.geen-contact");
        }
        if (velden.fouten().isEmpty()) {
            var gevonden = isMakelaar(verzoek)
                    ? code.flatMap(concepten::metCode)
                    : code.flatMap(getypt -> contact.flatMap(waar -> concepten.metCode(getypt, waar)));
            if (gevonden.isPresent()) {
                return naar(sleutels.pad(gevonden.get()));
            }
            velden.fout("code", "intake.code-onbekend");
        }
        return start(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, Getypt.van(velden));
    }

    /** What a mail links to: the address does not say what it is about. */
    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/aanvraag/{sleutel}")
    HttpResponse<?> uitMail(String sleutel) {
        return naar(sleutels.pad(id(sleutel)));
    }

    /** Where they were. */
    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(BEGIN + "/{sleutel}")
    HttpResponse<?> verder(HttpRequest<?> verzoek, String sleutel) {
        return switch (concepten.find(id(sleutel))) {
            case Stand.Open(var concept) -> naar(waarheen(concept));
            case Stand.Verstuurd(var aanmelding) -> naar(aanmeldSleutels.pad(aanmelding));
            case Stand.Weg _ -> vervallen(verzoek);
        };
    }

    private String waarheen(Concept concept) {
        var pad = sleutels.pad(concept.id());
        if (concept.andereWeg().isPresent()) {
            return pad + "/andere-weg";
        }
        return concept.open().map(stap -> pad + "/" + stap.woord()).orElse(pad + "/controle");
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(
            BEGIN
                    + "/{sleutel}/{stap:wie|bereiken|haast|nachten|besluit|mobiliteit|nachtzorg|medicatie|onrust|dementie|wensen}")
    HttpResponse<?> vraag(HttpRequest<?> verzoek, String sleutel, String stap) {
        var welke = stap(stap);
        return metConcept(
                verzoek,
                sleutel,
                concept -> concept.andereWeg()
                                .filter(weg -> Concept.vraagVan(weg) != welke)
                                .isPresent()
                        ? naar(waarheen(concept))
                        : vraag(verzoek, HttpStatus.OK, concept, welke, Getypt.NIETS));
    }

    private HttpResponse<?> vraag(
            HttpRequest<?> verzoek, HttpStatus status, Concept concept, Stap stap, Getypt getypt) {
        var pad = sleutels.pad(concept.id());
        var alles = concept.open().isEmpty();
        // Who asks again is asked two things.
        var kort = concept.opnieuw() && (stap == Stap.HAAST || stap == Stap.NACHTEN);
        return paginas.toon(
                status,
                verzoek,
                kader(verzoek, pad + "/" + stap.woord()),
                "intake/vraag",
                new VraagPagina(
                        concept,
                        stap,
                        kort ? stap.nummer() - Stap.HAAST.nummer() + 1 : stap.nummer(),
                        kort ? 2 : Stap.values().length,
                        alles,
                        pad,
                        alles ? pad + "/controle" : terug(pad, stap, kort),
                        getypt,
                        isMakelaar(verzoek),
                        klok.vandaag(),
                        gemeente.wijken().stream().sorted().toList(),
                        gemeente.talen()));
    }

    private static String terug(String pad, Stap stap, boolean kort) {
        return kort && stap == Stap.HAAST
                ? BEGIN
                : stap.vorige().map(vorige -> pad + "/" + vorige.woord()).orElse(BEGIN);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post(
            BEGIN
                    + "/{sleutel}/{stap:wie|bereiken|haast|nachten|besluit|mobiliteit|nachtzorg|medicatie|onrust|dementie|wensen}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> antwoord(HttpRequest<?> verzoek, String sleutel, String stap, @Body byte @Nullable [] inhoud) {
        var welke = stap(stap);
        return metConcept(verzoek, sleutel, concept -> {
            var velden = Invoer.formulier(inhoud, paginas.kader(verzoek).t());
            var antwoorden = IntakeInvoer.lees(welke, velden, concept, klok.vandaag(), gemeente, paginas.taal(verzoek));
            if (!velden.fouten().isEmpty()) {
                return vraag(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, concept, welke, Getypt.van(velden));
            }
            return switch (concepten.bewaar(concept.id(), welke, antwoorden, ingelogd(verzoek))) {
                case Stand.Open(var nu) -> naar(na(welke, nu));
                case Stand.Verstuurd(var aanmelding) -> naar(aanmeldSleutels.pad(aanmelding));
                case Stand.Weg _ -> vervallen(verzoek);
            };
        });
    }

    /** The next question; when all were answered, what they said in one page. */
    private String na(Stap stap, Concept concept) {
        if (concept.andereWeg().isPresent() || concept.open().isEmpty()) {
            return waarheen(concept);
        }
        return stap.volgende()
                .map(volgende -> sleutels.pad(concept.id()) + "/" + volgende.woord())
                .orElseGet(() -> waarheen(concept));
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(BEGIN + "/{sleutel}/andere-weg")
    HttpResponse<?> andereWeg(HttpRequest<?> verzoek, String sleutel) {
        return metConcept(
                verzoek,
                sleutel,
                concept -> concept.andereWeg()
                        .<HttpResponse<?>>map(weg -> paginas.ok(
                                verzoek,
                                "intake/anders",
                                new WegPagina(weg, sleutels.pad(concept.id()), Concept.vraagVan(weg))))
                        .orElseGet(() -> naar(waarheen(concept))));
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(BEGIN + "/{sleutel}/controle")
    HttpResponse<?> controle(HttpRequest<?> verzoek, String sleutel) {
        return metConcept(
                verzoek,
                sleutel,
                concept -> isTeVersturen(concept)
                        ? controle(verzoek, HttpStatus.OK, concept, Getypt.NIETS)
                        : naar(waarheen(concept)));
    }

    private static boolean isTeVersturen(Concept concept) {
        return concept.open().isEmpty() && concept.andereWeg().isEmpty();
    }

    private HttpResponse<?> controle(HttpRequest<?> verzoek, HttpStatus status, Concept concept, Getypt getypt) {
        var pad = sleutels.pad(concept.id());
        return paginas.toon(
                status,
                verzoek,
                kader(verzoek, pad + "/controle"),
                "intake/controle",
                new ControlePagina(concept, pad, concepten.isVoorbij(concept), getypt, isMakelaar(verzoek)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post(BEGIN + "/{sleutel}/controle")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verstuur(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        return metConcept(verzoek, sleutel, concept -> {
            var kader = paginas.kader(verzoek);
            var velden = Invoer.formulier(inhoud, kader.t());
            if (!isTeVersturen(concept)) {
                return naar(waarheen(concept));
            }
            if (!velden.jaNee("akkoord").orElse(false)) {
                velden.fout("akkoord", "intake.geen-akkoord");
            }
            if (!velden.fouten().isEmpty()) {
                return controle(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, concept, Getypt.van(velden));
            }
            return switch (concepten.verstuur(concept, kader.taal(), door(verzoek))) {
                case VerstuurResultaat.Verstuurd(var aanmelding) -> naar(aanmeldSleutels.pad(aanmelding) + "?nieuw=ja");
                case VerstuurResultaat.Onvolledig _, VerstuurResultaat.AndereWeg _ -> naar(waarheen(concept));
                case VerstuurResultaat.Veranderd _ -> veranderd(verzoek, sleutel, velden);
                case VerstuurResultaat.NachtenVoorbij _ ->
                    controle(
                            verzoek,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            concept,
                            fout(velden, "nachten", kader.t().van("intake.nachten-voorbij")));
                case VerstuurResultaat.TeVeelOpen _ ->
                    controle(
                            verzoek,
                            HttpStatus.CONFLICT,
                            concept,
                            fout(velden, "", kader.t().van("intake.te-veel-open", kader.telefoon())));
                case VerstuurResultaat.NogBezig _ ->
                    controle(
                            verzoek,
                            HttpStatus.CONFLICT,
                            concept,
                            fout(velden, "", kader.t().van("intake.nog-bezig")));
                case VerstuurResultaat.Weg _ -> vervallen(verzoek);
            };
        });
    }

    /** As it is now, to look at before it is sent. */
    private HttpResponse<?> veranderd(HttpRequest<?> verzoek, String sleutel, Velden velden) {
        return metConcept(
                verzoek,
                sleutel,
                concept -> isTeVersturen(concept)
                        ? controle(
                                verzoek,
                                HttpStatus.CONFLICT,
                                concept,
                                fout(velden, "", paginas.kader(verzoek).t().van("intake.veranderd")))
                        : naar(waarheen(concept)));
    }

    private static Getypt fout(Velden velden, String veld, String melding) {
        return new Getypt(velden.zoalsGetypt(), List.of(new Fout(veld, melding)));
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(BEGIN + "/{sleutel}/later")
    HttpResponse<?> later(HttpRequest<?> verzoek, String sleutel) {
        var klaar = verzoek.getParameters()
                .getFirst("mail")
                .filter(List.of("gemaild", "al_gemaild")::contains)
                .orElse("");
        return metConcept(
                verzoek,
                sleutel,
                concept -> paginas.ok(
                        verzoek,
                        "intake/later",
                        new LaterPagina(
                                concept,
                                sleutels.pad(concept.id()),
                                sleutels.url(concept.id()),
                                klaar,
                                Concepten.BEWAARD.toDays())));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post(BEGIN + "/{sleutel}/later")
    @Consumes("*/*")
    HttpResponse<?> mail(HttpRequest<?> verzoek, String sleutel) {
        return metConcept(
                verzoek,
                sleutel,
                concept -> naar(sleutels.pad(concept.id()) + "/later"
                        + switch (concepten.mail(concept, Netwerk.van(verzoek))) {
                            case MailResultaat.GEMAILD -> "?mail=gemaild";
                            case MailResultaat.AL_GEMAILD -> "?mail=al_gemaild";
                            case MailResultaat.GEEN_ADRES -> "";
                        }));
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get(BEGIN + "/{sleutel}/weg")
    HttpResponse<?> vraagWeg(HttpRequest<?> verzoek, String sleutel) {
        return metConcept(
                verzoek,
                sleutel,
                concept -> paginas.ok(verzoek, "intake/weg", new GooiWegPagina(sleutels.pad(concept.id()))));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post(BEGIN + "/{sleutel}/weg")
    @Consumes("*/*")
    HttpResponse<?> gooiWeg(HttpRequest<?> verzoek, String sleutel) {
        return metConcept(verzoek, sleutel, concept -> {
            concepten.gooiWeg(concept.id());
            return naar(sleutels.pad(concept.id()));
        });
    }

    /** A new intake with the answers of an earlier one; when and how soon are asked again. */
    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/opnieuw")
    @Consumes("*/*")
    HttpResponse<?> opnieuw(HttpRequest<?> verzoek, String sleutel) {
        return aanmeldSleutels
                .lees(sleutel)
                .flatMap(aanmeldingen::find)
                .flatMap(eerder -> concepten.opnieuw(eerder, door(verzoek), ingelogd(verzoek)))
                .map(concept -> naar(waarheen(concept)))
                .orElseThrow(NotFoundException::new);
    }

    @FunctionalInterface
    private interface Werk {
        HttpResponse<?> met(Concept concept);
    }

    /** What was sent leads to its own page, and what lapsed says so; that somebody else looks is noted. */
    private HttpResponse<?> metConcept(HttpRequest<?> verzoek, String sleutel, Werk werk) {
        return switch (concepten.find(id(sleutel))) {
            case Stand.Open(var concept) -> {
                inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, concept.gezien());
                yield werk.met(concept);
            }
            case Stand.Verstuurd(var aanmelding) -> naar(aanmeldSleutels.pad(aanmelding));
            case Stand.Weg _ -> vervallen(verzoek);
        };
    }

    private HttpResponse<?> vervallen(HttpRequest<?> verzoek) {
        return paginas.toon(
                HttpStatus.GONE, verzoek, kader(verzoek, BEGIN), "intake/vervallen", Concepten.BEWAARD.toDays());
    }

    private Kader kader(HttpRequest<?> verzoek, String pad) {
        return paginas.kader(verzoek).opPad(pad);
    }

    private UUID id(String sleutel) {
        return sleutels.lees(sleutel).orElseThrow(NotFoundException::new);
    }

    private static Stap stap(String woord) {
        return Stap.van(woord).orElseThrow(NotFoundException::new);
    }

    private boolean isMakelaar(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).isPresent();
    }

    private String door(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
    }

    /** The carer who is signed in. */
    private Optional<MantelzorgerId> ingelogd(HttpRequest<?> verzoek) {
        return toegang.van(verzoek)
                .filter(wie -> wie.rol() == Rol.MANTELZORGER)
                .flatMap(Aanmelding::persoonId)
                .map(MantelzorgerId::new);
    }

    private static HttpResponse<?> naar(String pad) {
        return HttpResponse.seeOther(URI.create(pad));
    }
}
