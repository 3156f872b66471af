package org.rxtwin.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.rxtwin.knowledge.DrugName;
import org.rxtwin.knowledge.DrugText;
import org.rxtwin.knowledge.Ingredient;
import org.rxtwin.knowledge.Knowledge;

/**
 * All names of all drugs in memory: exact by map, near ones by Lucene (edit distance, prefix and
 * letter triples).
 */
final class DrugNameIndex {
  private static final String NAME = "name";
  private static final String TRIPLE = "triple";
  private static final String ROW = "row";

  private final List<KnownName> names = new ArrayList<>();
  private final Map<String, KnownName> exact = new TreeMap<>();
  private final IndexSearcher searcher;

  DrugNameIndex(Knowledge knowledge) {
    for (Ingredient one : knowledge.drugs().listIngredients()) {
      add(one.name(), List.of(one.id()), DrugMatch.EXACT);
      add(one.id(), List.of(one.id()), DrugMatch.EXACT);
    }
    for (DrugName name : knowledge.drugs().listNames()) {
      add(name.text(), name.ingredients(), matchOf(name.kind()));
    }
    searcher = searcherOver(names);
  }

  private static DrugMatch matchOf(DrugName.Kind kind) {
    return switch (kind) {
      case GENERIC, BRAND -> DrugMatch.EXACT;
      case SYNONYM -> DrugMatch.SYNONYM;
      case MISSPELLING -> DrugMatch.FUZZY;
    };
  }

  private void add(String text, List<String> ingredients, DrugMatch match) {
    KnownName name = new KnownName(text, DrugText.normal(text), ingredients, match);
    if (exact.putIfAbsent(name.normal(), name) == null) {
      names.add(name);
    }
  }

  private static IndexSearcher searcherOver(List<KnownName> names) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
      for (int row = 0; row < names.size(); row++) {
        writer.addDocument(document(names.get(row).normal(), row));
      }
      writer.commit();
      return new IndexSearcher(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Document document(String normal, int row) {
    Document document = new Document();
    document.add(new StringField(NAME, normal, Field.Store.NO));
    triples(normal).forEach(t -> document.add(new StringField(TRIPLE, t, Field.Store.NO)));
    document.add(new StoredField(ROW, row));
    return document;
  }

  private static List<String> triples(String normal) {
    String padded = "^" + normal + "$";
    List<String> triples = new ArrayList<>();
    for (int i = 0; i + 3 <= padded.length(); i++) {
      triples.add(padded.substring(i, i + 3));
    }
    return triples;
  }

  /** The name that compares equal. */
  Optional<KnownName> find(String normal) {
    return Optional.ofNullable(exact.get(normal));
  }

  /**
   * Names that may be near, at most {@code max}, in Lucene's order: raw material that the caller
   * measures.
   */
  List<KnownName> near(String normal, int max) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new FuzzyQuery(new Term(NAME, normal), 2, 0), BooleanClause.Occur.SHOULD);
    query.add(new PrefixQuery(new Term(NAME, normal)), BooleanClause.Occur.SHOULD);
    triples(normal)
        .forEach(t -> query.add(new TermQuery(new Term(TRIPLE, t)), BooleanClause.Occur.SHOULD));
    try {
      List<KnownName> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), max).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        found.add(names.get(document.getField(ROW).numericValue().intValue()));
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(
        "Expected to read the names in memory.\nMaybe the heap is too small.", e);
  }
}
