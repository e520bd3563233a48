/** Remarks are kept for oneself, or given to whoever proofreads them. */
export const SaveButtons = () => (
  <>
    <button type="submit" name="as" value="written" className="btn btn-primary">
      Enregistrer, à relire
    </button>
    <button type="submit" name="as" value="draft" className="btn btn-quiet">
      Garder en brouillon
    </button>
  </>
);
