package nl.respijt.yaml;

import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import nl.respijt.instellingen.StartFout;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns text into nodes that know their line. Nothing is constructed, so no type of YAML's is guessed ({@code 020},
 * {@code yes}); tags and aliases are refused, because nobody needs them here and they are how YAML is abused.
 */
final class YamlTekst {
    private static final int MAX_DIEPTE = 20;

    /** The parser's words for the slips people make most, in theirs. */
    private static final Map<String, Slip> SLIPS = Map.of(
            "\\t", new Slip("een tab aan het begin van een regel of waarde", "spaties"),
            "mapping values are not allowed", new Slip("een dubbele punt waar die niet kan", "'sleutel: waarde'"),
            "expected <block end>", new Slip("de inspringing klopt niet", "evenveel spaties als de regels ernaast"),
            "could not find expected ':'", new Slip("een sleutel zonder dubbele punt", "'sleutel: waarde'"),
            "expected ',' or", new Slip("een lijst of blok dat niet sluit", "een komma, ']' of '}'"),
            "unexpected end of stream", new Slip("een tekst die niet sluit", "een aanhalingsteken"));

    private record Slip(String gevonden, String verwacht) {}

    private final String tekst;
    private final String wat;
    private final Fouten fouten;
    private final Yaml yaml;

    YamlTekst(String tekst, String wat, Fouten fouten) {
        this.tekst = tekst;
        this.wat = wat;
        this.fouten = fouten;
        var opties = new LoaderOptions();
        opties.setNestingDepthLimit(MAX_DIEPTE);
        this.yaml = new Yaml(new SafeConstructor(opties));
    }

    /** @throws StartFout when the text is no YAML or uses more of YAML than we read */
    Node boom() {
        try {
            weigerWatNietMag();
            fouten.weiger();
            var boom = Optional.ofNullable(yaml.compose(new StringReader(tekst)));
            if (boom.isPresent()) {
                return boom.get();
            }
            fouten.meld(1, "het bestand is leeg", wat);
        } catch (MarkedYAMLException e) {
            meld(e);
        } catch (ReaderException e) {
            var tot = tekst.offsetByCodePoints(0, Math.min(e.getPosition(), tekst.codePointCount(0, tekst.length())));
            var regel = 1
                    + (int) tekst.substring(0, tot)
                            .chars()
                            .filter(teken -> teken == '\n')
                            .count();
            fouten.meld(regel, "een teken dat niet te lezen is (U+%04X)".formatted(e.getCodePoint()), "gewone tekst");
        } catch (YAMLException e) {
            fouten.meld(1, "geen geldige YAML", wat);
        }
        fouten.weiger();
        throw new IllegalStateException("a text without a tree must have a fault");
    }

    private void weigerWatNietMag() {
        var diepte = 0;
        var documenten = 0;
        for (Event event : yaml.parse(new StringReader(tekst))) {
            if (event instanceof AliasEvent alias) {
                meld(event, "een verwijzing (*%s)".formatted(alias.getAnchor()), "de waarde zelf");
            } else if (event instanceof ScalarEvent scalar) {
                weigerTag(event, scalar.getTag());
            } else if (event instanceof CollectionStartEvent begin) {
                weigerTag(event, begin.getTag());
                diepte++;
            } else if (event instanceof CollectionEndEvent) {
                diepte--;
            } else if (event instanceof DocumentStartEvent) {
                documenten++;
            }
            if (diepte > MAX_DIEPTE) {
                meld(event, "te veel lagen in elkaar", "hoogstens %d lagen".formatted(MAX_DIEPTE));
                return;
            }
            if (documenten > 1) {
                meld(event, "een tweede document (---)", "één document");
                return;
            }
        }
    }

    private void weigerTag(Event event, @Nullable String tag) {
        if (tag != null) {
            meld(event, "een YAML-type (%s)".formatted(tag), "een waarde zonder type");
        }
    }

    private void meld(Event event, String gevonden, String verwacht) {
        fouten.meld(regel(event.getStartMark()), gevonden, verwacht);
    }

    private void meld(MarkedYAMLException e) {
        var probleem = Optional.ofNullable(e.getProblem()).orElse("");
        var slip = SLIPS.entrySet().stream()
                .filter(bekend -> probleem.contains(bekend.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Slip(probleem, "'sleutel: waarde', met dezelfde inspringing als de regels ernaast"));
        var plek = Optional.ofNullable(e.getProblemMark()).or(() -> Optional.ofNullable(e.getContextMark()));
        fouten.meld(
                plek.map(YamlTekst::regel).orElse(1),
                "geen geldige YAML (%s)".formatted(slip.gevonden()),
                slip.verwacht());
    }

    static int regel(Mark mark) {
        return mark.getLine() + 1;
    }
}
