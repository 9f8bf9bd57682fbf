package nl.respijt.beheer;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Aanvraag;
import nl.respijt.toegang.Aanvragen;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Who has access, who asks for it, and what the beheerder does about it. */
@Hidden
@Controller("/beheer/toegang")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ToegangPageController {
    private static final int MAX_NAAM = 100;
    private static final int MAX_ORGANISATIE = 120;

    /** What was typed and what was wrong with it; empty for a form that is new. */
    public record Formulier(List<Rol> rollen, List<String> aanbieders, List<Fout> fouten, Map<String, String> getypt) {
        public String waarde(String veld, String anders) {
            return getypt.getOrDefault(veld, anders);
        }

        public String fout(String veld) {
            return fouten.stream()
                    .filter(fout -> fout.veld().equals(veld))
                    .map(Fout::melding)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Everybody who has access or asks for it. */
    public record ToegangPagina(List<AccountRegel> accounts, List<Aanvraag> aanvragen, String klaar) {
        public List<Aanvraag> wachtend() {
            return aanvragen.stream().filter(een -> !een.isGeweigerd()).toList();
        }

        public List<Aanvraag> geweigerd() {
            return aanvragen.stream().filter(Aanvraag::isGeweigerd).toList();
        }
    }

    /** One request. */
    public record AanvraagPagina(Aanvraag aanvraag, Formulier formulier) {}

    /** One account. */
    public record AccountPagina(AccountRegel account, List<Gebeurtenis> geschiedenis, Formulier formulier) {}

    /** Somebody who will sign in by mail. */
    public record UitnodigPagina(Formulier formulier) {}

    private final Toegangsbeheer beheer;
    private final Aanvragen aanvragen;
    private final Toegang toegang;
    private final Paginas paginas;

    ToegangPageController(Toegangsbeheer beheer, Aanvragen aanvragen, Toegang toegang, Paginas paginas) {
        this.beheer = beheer;
        this.aanvragen = aanvragen;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Get
    HttpResponse<?> overzicht(HttpRequest<?> verzoek) {
        var t = paginas.kader(verzoek).t();
        var klaar = verzoek.getParameters()
                .getFirst("klaar")
                .map(woord -> "beheer.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .map(t::van)
                .orElse("");
        return paginas.ok(verzoek, "beheer/toegang", new ToegangPagina(beheer.accounts(), aanvragen.alle(), klaar));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Get("/aanvragen/{id}")
    HttpResponse<?> aanvraag(HttpRequest<?> verzoek, String id) {
        return paginas.ok(
                verzoek, "beheer/aanvraag", new AanvraagPagina(aanvraag(id), leeg(Toegangsbeheer.VIA_ORGANISATIE)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/aanvragen/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> geefToegang(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek).opPad("/beheer/toegang/aanvragen/" + id);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var aanvraag = aanvraag(id);
        var rollen = Toegangsbeheer.VIA_ORGANISATIE;
        toekenning(velden, rollen)
                .ifPresent(toekenning -> meld(velden, beheer.geefToegang(aanvraag.id(), toekenning, door), "rol"));
        return velden.fouten().isEmpty()
                ? klaar("toegang")
                : opnieuw(verzoek, kader, "beheer/aanvraag", new AanvraagPagina(aanvraag, getypt(rollen, velden)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/aanvragen/{id}/weigering")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> weiger(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        meld(velden, beheer.weiger(id(id), door), "rol");
        return klaar("geweigerd");
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Get("/accounts/{id}")
    HttpResponse<?> account(HttpRequest<?> verzoek, String id) {
        var account = bekend(id);
        return paginas.ok(verzoek, "beheer/account", pagina(account, leeg(rollenVoor(account))));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/accounts/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek).opPad("/beheer/toegang/accounts/" + id);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var account = bekend(id);
        var rollen = rollenVoor(account);
        toekenning(velden, rollen)
                .ifPresent(toekenning -> meld(velden, beheer.wijzig(account.id(), toekenning, door), "rol"));
        return velden.fouten().isEmpty()
                ? klaar("gewijzigd")
                : opnieuw(verzoek, kader, "beheer/account", pagina(account, getypt(rollen, velden)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/accounts/{id}/blokkade")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> blokkeer(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek).opPad("/beheer/toegang/accounts/" + id);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        meld(velden, beheer.blokkeer(id(id), door), "blokkeer");
        return velden.fouten().isEmpty()
                ? klaar("geblokkeerd")
                : opnieuw(verzoek, kader, "beheer/account", pagina(bekend(id), getypt(rollenVoor(bekend(id)), velden)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/accounts/{id}/deblokkade")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> deblokkeer(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        meld(velden, beheer.deblokkeer(id(id), door), "blokkeer");
        return klaar("gedeblokkeerd");
    }

    @Mag(Handeling.ACCOUNT_WISSEN)
    @Post("/accounts/{id}/wissing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wis(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek).opPad("/beheer/toegang/accounts/" + id);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        meld(velden, beheer.wis(id(id), door), "blokkeer");
        return velden.fouten().isEmpty()
                ? klaar("gewist")
                : opnieuw(verzoek, kader, "beheer/account", pagina(bekend(id), getypt(rollenVoor(bekend(id)), velden)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Get("/uitnodigen")
    HttpResponse<?> uitnodigen(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "beheer/uitnodigen", new UitnodigPagina(leeg(Toegangsbeheer.PER_MAIL)));
    }

    @Mag(Handeling.TOEGANG_BEHEREN)
    @Post("/uitnodigen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nodigUit(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek).opPad("/beheer/toegang/uitnodigen");
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var naam = velden.verplicht("naam", MAX_NAAM, "beheer.geen-naam");
        var email = velden.tekst("email", EmailAdres.MAX_LENGTE).flatMap(EmailAdres::lees);
        if (email.isEmpty()) {
            velden.fout("email", "fout.email");
        }
        var toekenning = toekenning(velden, Toegangsbeheer.PER_MAIL);
        if (velden.fouten().isEmpty()) {
            meld(velden, beheer.nodigUit(naam, email.orElseThrow(), toekenning.orElseThrow(), door), "email");
        }
        return velden.fouten().isEmpty()
                ? klaar("uitgenodigd")
                : opnieuw(
                        verzoek,
                        kader,
                        "beheer/uitnodigen",
                        new UitnodigPagina(getypt(Toegangsbeheer.PER_MAIL, velden)));
    }

    /** Empty when something about it was not right; the fields say what. */
    private static Optional<Toekenning> toekenning(Velden velden, List<Rol> rollen) {
        var organisatie = velden.tekst("organisatie", MAX_ORGANISATIE);
        var rol = velden.keuze("rol", rollen.stream().map(Rol::woord).toList()).map(Rol::van);
        if (velden.isLeeg("rol")) {
            velden.fout("rol", "beheer.kies-rol");
        }
        return velden.fouten().isEmpty() ? rol.map(een -> new Toekenning(een, organisatie)) : Optional.empty();
    }

    /** @throws NotFoundException when somebody else did away with it */
    private static void meld(Velden velden, BeheerResultaat resultaat, String veld) {
        switch (resultaat) {
            case BeheerResultaat.Gedaan gedaan -> {}
            case BeheerResultaat.LaatsteBeheerder laatste -> velden.fout(veld, "beheer.laatste-beheerder");
            case BeheerResultaat.AlBekend bekend -> velden.fout(veld, "beheer.al-bekend");
            case BeheerResultaat.NietPerMail mail -> velden.fout("rol", "beheer.niet-per-mail");
            case BeheerResultaat.OrganisatieOntbreekt ontbreekt ->
                velden.fout("organisatie", "beheer.geen-organisatie");
            case BeheerResultaat.GeenAanbieder(List<String> namen) ->
                velden.fout("organisatie", "beheer.geen-aanbieder", String.join(", ", namen));
            case BeheerResultaat.EerstBlokkeren eerst -> velden.fout(veld, "beheer.eerst-blokkeren");
            case BeheerResultaat.Onbekend onbekend -> throw new NotFoundException();
        }
    }

    private Aanvraag aanvraag(String id) {
        return aanvragen.find(id(id)).orElseThrow(NotFoundException::new);
    }

    private AccountRegel bekend(String id) {
        return beheer.account(id(id)).orElseThrow(NotFoundException::new);
    }

    private static UUID id(String tekst) {
        return Invoer.uuid(tekst).orElseThrow(NotFoundException::new);
    }

    private static List<Rol> rollenVoor(AccountRegel account) {
        return account.viaOrganisatie() ? Toegangsbeheer.VIA_ORGANISATIE : Toegangsbeheer.PER_MAIL;
    }

    private AccountPagina pagina(AccountRegel account, Formulier formulier) {
        return new AccountPagina(account, beheer.geschiedenis(account.id()), formulier);
    }

    private Formulier leeg(List<Rol> rollen) {
        return new Formulier(rollen, beheer.aanbieders(), List.of(), Map.of());
    }

    private Formulier getypt(List<Rol> rollen, Velden velden) {
        return new Formulier(rollen, beheer.aanbieders(), velden.fouten(), velden.zoalsGetypt());
    }

    private static HttpResponse<?> klaar(String wat) {
        return HttpResponse.seeOther(URI.create("/beheer/toegang?klaar=" + wat));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, String sjabloon, Object pagina) {
        return paginas.toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, kader, sjabloon, pagina);
    }
}
